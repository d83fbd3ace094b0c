// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The daemon's data directory as a small disk of its own, on its machine alone. */
public final class Disk {
    private final Machine machine;
    private final Path mountPoint;
    private final Path filler;

    private Disk(Machine machine, Path mountPoint) {
        this.machine = machine;
        this.mountPoint = mountPoint;
        this.filler = mountPoint.resolve("filler");
    }

    /** Mounts it, before the daemon's first start. */
    public static Disk forDataOf(Lab lab) throws IOException, InterruptedException {
        Path data = lab.folder("data");
        String options = "size=4m,mode=0710,uid=" + Account.DAEMON.user() + ",gid=" + Account.DAEMON.group();
        lab.server().run("mount", "-t", "tmpfs", "-o", options, "tmpfs", data.toString());
        return new Disk(lab.server(), data);
    }

    /** Takes no change any more; nothing may be open for writing. */
    public void becomeReadOnly() throws IOException, InterruptedException {
        machine.run("mount", "-o", "remount,ro", mountPoint.toString());
    }

    /** Takes changes again. */
    public void becomeWritable() throws IOException, InterruptedException {
        machine.run("mount", "-o", "remount,rw", mountPoint.toString());
    }

    /** Fills it, to the last page. */
    public void fill() throws IOException, InterruptedException {
        Outcome full = Tool.run(machine.command(List.of("dd", "if=/dev/zero", "of=" + filler, "bs=4k")));
        if (full.succeeded()) {
            throw new IOException("a disk without end: " + full.err());
        }
    }

    /** Makes room. */
    public void empty() throws IOException, InterruptedException {
        machine.run("rm", filler.toString());
    }
}
