// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Java machine and its process, under the names that everybody uses for them. */
final class MachineFamilies {
    private static final Logger LOG = LoggerFactory.getLogger(MachineFamilies.class);
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final int BYTES_PER_KILOBYTE = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final Family USED = Family.gauge("jvm_memory_used_bytes", "Memory in use.");
    private static final Family MAX = Family.gauge("jvm_memory_max_bytes", "Memory that may be used.");
    private static final Family COLLECTIONS = Family.summary("jvm_gc_collection_seconds", "Garbage collections.");
    private static final Family THREADS = Family.gauge("jvm_threads_current", "Threads.");
    private static final Family CPU = Family.counter("process_cpu_seconds", "Time of processors spent.");
    private static final Family STARTED = Family.gauge("process_start_time_seconds", "When the process began.");
    private static final Family RESIDENT = Family.gauge("process_resident_memory_bytes", "Memory that is resident.");

    private MachineFamilies() {}

    static void write(Page page) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        MemoryUsage other = memory.getNonHeapMemoryUsage();
        page.value(USED, Labels.of("area", "heap"), heap.getUsed());
        page.value(USED, Labels.of("area", "nonheap"), other.getUsed());
        page.value(MAX, Labels.of("area", "heap"), Measure.unlessNegative(heap.getMax()));
        page.value(MAX, Labels.of("area", "nonheap"), Measure.unlessNegative(other.getMax()));
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            page.countAndSum(
                    COLLECTIONS,
                    Labels.of("gc", collector.getName()),
                    collector.getCollectionCount(),
                    collector.getCollectionTime() / MILLIS_PER_SECOND);
        }
        page.value(THREADS, Labels.NONE, ManagementFactory.getThreadMXBean().getThreadCount());
        writeProcess(page);
    }

    private static void writeProcess(Page page) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        process.totalCpuDuration().ifPresent(time -> page.value(CPU, Labels.NONE, Page.seconds(time)));
        process.startInstant()
                .ifPresent(start -> page.value(STARTED, Labels.NONE, start.toEpochMilli() / MILLIS_PER_SECOND));
        page.value(RESIDENT, Labels.NONE, residentBytes());
    }

    private static double residentBytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) * BYTES_PER_KILOBYTE;
                }
            }
        } catch (IOException | NumberFormatException unreadable) {
            LOG.debug("{} does not tell the resident memory", STATUS, unreadable);
        }
        return Measure.NONE;
    }
}
