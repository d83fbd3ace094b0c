// SPDX-License-Identifier: Apache-2.0
import com.sun.tools.attach.VirtualMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The stopwatch of {@code itests/benchmarks/beans}, which says what is measured and how. Its arguments are the process of the
 * daemon and the number of its jails.
 */
public final class Beans {
    private static final int WARM_UPS = 3;
    private static final int PLAIN_READS = 20_000;
    private static final int SLOWEST = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MICRO = 1e3;

    private final MBeanServerConnection connection;
    /** How long each read of an attribute took, in nanoseconds, by bean type and attribute. */
    private final Map<String, List<Long>> byAttribute = new TreeMap<>();

    private Beans(MBeanServerConnection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws Exception {
        int jails = Integer.parseInt(arguments[1]);
        VirtualMachine machine = attach(arguments[0]);
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            Beans beans = new Beans(connector.getMBeanServerConnection());
            beans.awaitJails(jails);
            beans.measure();
        } finally {
            machine.detach();
        }
    }

    /** The daemon may still be a shell that is about to become one. */
    private static VirtualMachine attach(String process) throws Exception {
        long start = System.nanoTime();
        while (VirtualMachine.list().stream().noneMatch(machine -> machine.id().equals(process))) {
            requirePatience(start, "there is no Java machine in process " + process);
            Thread.sleep(100);
        }
        return VirtualMachine.attach(process);
    }

    private static void requirePatience(long start, String what) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new IllegalStateException(what);
        }
    }

    private void awaitJails(int jails) throws Exception {
        long start = System.nanoTime();
        ObjectName filter = new ObjectName("org.bailiff:type=Filter,name=\"sshd\"");
        ObjectName daemon = new ObjectName("org.bailiff:type=Daemon");
        while (connection.queryNames(new ObjectName("org.bailiff:type=Source,*"), null).size() < jails
                || !connection.isRegistered(filter)
                || !connection.getAttribute(daemon, "State").equals("RUNNING")) {
            requirePatience(start, "the jails are not all at work");
            Thread.sleep(200);
        }
    }

    private void measure() throws Exception {
        List<ObjectName> beans = new ArrayList<>(connection.queryNames(new ObjectName("org.bailiff:*"), null));
        Map<ObjectName, String[]> attributes = new TreeMap<>();
        for (ObjectName bean : beans) {
            attributes.put(
                    bean,
                    Arrays.stream(connection.getMBeanInfo(bean).getAttributes())
                            .map(MBeanAttributeInfo::getName)
                            .toArray(String[]::new));
        }
        System.out.printf("%d beans%n%n", beans.size());
        for (int round = 0; round < WARM_UPS; round++) {
            readOneByOne(attributes);
            readBeanByBean(attributes);
            readPlain();
        }
        byAttribute.clear();
        List<Long> plain = readPlain();
        List<Long> single = readOneByOne(attributes);
        List<Long> whole = readBeanByBean(attributes);
        System.out.println("                                    reads   p50 us   p99 us   x plain p50");
        print("plain MXBean's attribute", plain, plain);
        print("attribute", single, plain);
        print("all attributes of a bean", whole, plain);
        System.out.println();
        byAttribute.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -percentile(entry.getValue(), 99)))
                .limit(SLOWEST)
                .forEach(entry -> print(entry.getKey(), entry.getValue(), plain));
    }

    private List<Long> readPlain() throws Exception {
        ObjectName plain = new ObjectName("java.lang:type=ClassLoading");
        List<Long> times = new ArrayList<>();
        for (int read = 0; read < PLAIN_READS; read++) {
            times.add(time(() -> connection.getAttribute(plain, "LoadedClassCount")));
        }
        return times;
    }

    private List<Long> readOneByOne(Map<ObjectName, String[]> attributes) throws Exception {
        List<Long> times = new ArrayList<>();
        for (Map.Entry<ObjectName, String[]> bean : attributes.entrySet()) {
            String type = bean.getKey().getKeyProperty("type");
            for (String attribute : bean.getValue()) {
                long time = time(() -> connection.getAttribute(bean.getKey(), attribute));
                times.add(time);
                byAttribute
                        .computeIfAbsent(type + "." + attribute, unseen -> new ArrayList<>())
                        .add(time);
            }
        }
        return times;
    }

    private List<Long> readBeanByBean(Map<ObjectName, String[]> attributes) throws Exception {
        List<Long> times = new ArrayList<>();
        for (Map.Entry<ObjectName, String[]> bean : attributes.entrySet()) {
            times.add(time(() -> connection.getAttributes(bean.getKey(), bean.getValue())));
        }
        return times;
    }

    private static long time(Callable<?> read) throws Exception {
        long start = System.nanoTime();
        read.call();
        return System.nanoTime() - start;
    }

    private static void print(String what, List<Long> times, List<Long> plain) {
        System.out.printf(
                Locale.ROOT,
                "%-35s %6d %8.0f %8.0f %13.1f%n",
                what,
                times.size(),
                percentile(times, 50) / MICRO,
                percentile(times, 99) / MICRO,
                (double) percentile(times, 50) / percentile(plain, 50));
    }

    private static long percentile(List<Long> times, int percent) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
