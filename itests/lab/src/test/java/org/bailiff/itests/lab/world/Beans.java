// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The beans of the daemon that runs on a machine, reached as by jconsole: by attaching to its process. Used by one thread. */
public final class Beans implements AutoCloseable {
    private final Process agent;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Beans(Process agent) {
        this.agent = agent;
        this.orders = new PrintWriter(agent.outputWriter(StandardCharsets.US_ASCII), true);
        this.answers = new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Attaches to the one daemon that runs there. */
    public static Beans on(Machine machine) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Beans(new ProcessBuilder(machine.command(List.of(
                        java,
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BeanAgent.class.getName())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * An attribute of a bean, or what an operation answers.
     *
     * @param bean the properties of its name, e.g. {@code type=Daemon}
     * @throws IllegalArgumentException if the bean refuses; the message is its own
     */
    public String ask(String bean, String... words) throws IOException {
        orders.println(BeanAgent.encode("org.bailiff:" + bean) + " "
                + Arrays.stream(words).map(BeanAgent::encode).collect(Collectors.joining(" ")));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the daemon's beans are out of reach");
        }
        String text = BeanAgent.decode(answer.substring("ok ".length()));
        if (answer.startsWith("no ")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        agent.destroy();
    }
}
