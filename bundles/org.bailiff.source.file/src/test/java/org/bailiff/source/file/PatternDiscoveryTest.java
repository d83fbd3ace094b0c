// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternDiscoveryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path temporary;

    private final HandClock clock = new HandClock();
    private final FileReading reading = new FileReading(clock, () -> {});
    private final List<String> news = new ArrayList<>();

    private final StreamListener listener = new StreamListener() {
        @Override
        public void appeared(String stream) {
            news.add("+" + temporary.relativize(Path.of(stream)));
        }

        @Override
        public void vanished(String stream) {
            news.add("-" + temporary.relativize(Path.of(stream)));
        }
    };

    private Discovery discover(String pattern) {
        return reading.discover(PathPattern.parse(temporary + "/" + pattern), listener);
    }

    private void write(String name) throws IOException {
        Files.createDirectories(temporary.resolve(name).getParent());
        Files.writeString(temporary.resolve(name), "one\n");
    }

    private void lookAfter(Duration duration) {
        clock.forward(duration);
        reading.step();
    }

    @Test
    void filesThatExistAreTold() throws IOException {
        write("a.log");
        write("b.log");
        write("c.txt");
        write(".hidden.log");
        discover("*.log");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+a.log", "+b.log");
    }

    @Test
    void filesAndDirectoriesThatAppearLaterAreTold() throws IOException {
        write("www/one/access.log");
        Discovery discovery = discover("www/*/access*.log");
        lookAfter(SECOND);
        write("www/two/access-ssl.log");
        lookAfter(SECOND);
        write("www/one/access-ssl.log");
        lookAfter(SECOND);

        assertThat(news).containsExactly("+www/one/access.log", "+www/two/access-ssl.log", "+www/one/access-ssl.log");
        assertThat(discovery.problem()).isEmpty();
    }

    @Test
    void aPathIsToldWhenItAppearsAndUntilThenSaysWhy() throws IOException {
        Discovery discovery = discover("late/auth.log");
        assertThat(discovery.problem())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("no file matches ").contains("late/auth.log"));
        lookAfter(SECOND);
        assertThat(news).isEmpty();
        write("late/auth.log");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+late/auth.log");
        assertThat(discovery.problem()).isEmpty();
    }

    @Test
    void aFileVanishesAfterAMinuteAndNotSooner() throws IOException {
        write("a.log");
        discover("*.log");
        lookAfter(SECOND);
        Files.delete(temporary.resolve("a.log"));
        lookAfter(SECOND);
        lookAfter(MINUTE.minus(SECOND));
        assertThat(news).containsExactly("+a.log");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+a.log", "-a.log");
    }

    @Test
    void aFileThatComesBackWithinAMinuteHasNotVanished() throws IOException {
        write("a.log");
        discover("*.log");
        lookAfter(SECOND);
        Files.delete(temporary.resolve("a.log"));
        lookAfter(SECOND);
        write("a.log");
        lookAfter(MINUTE);
        lookAfter(MINUTE);

        assertThat(news).containsExactly("+a.log");
    }

    @Test
    void aFileThatIsNotReadToItsEndHasNotVanished() throws IOException {
        write("a.log");
        Recorder recorder = new Recorder();
        recorder.setFull(true);
        discover("*.log");
        reading.open(temporary.resolve("a.log"), Start.HEAD, recorder);
        lookAfter(SECOND);
        Files.delete(temporary.resolve("a.log"));
        lookAfter(SECOND);
        lookAfter(MINUTE);

        assertThat(news).containsExactly("+a.log");
    }

    @Test
    void rotatedFilesAreNoStreamsOfTheirOwn() throws IOException {
        write("access.log");
        write("access.log.1");
        write("access.log-20261122");
        write("access.log.2.gz");
        write("other.log.1");
        discover("*.log*");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+access.log", "+other.log.1");
    }

    @Test
    void filesThatWereRotatedWithTheirExtensionAreNoStreamsOfTheirOwn() throws IOException {
        write("access.log");
        write("access-20261122.log");
        write("access-20261121.log.gz");
        write("other.1.log");
        discover("*.log*");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+access.log", "+other.1.log");
    }

    @Test
    void aDirectoryAtThePathIsRefusedWithASentence() throws IOException {
        Files.createDirectory(temporary.resolve("auth.log"));

        assertThat(discover("auth.log").problem())
                .hasValueSatisfying(why -> assertThat(why).contains("it is a directory; name the files in it"));
    }

    @Test
    void afterCloseNothingIsTold() throws IOException {
        Discovery discovery = discover("*.log");
        lookAfter(SECOND);
        discovery.close();
        discovery.close();
        write("a.log");

        lookAfter(SECOND);

        assertThat(news).isEmpty();
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheOthers() throws IOException {
        write("a.log");
        reading.discover(PathPattern.parse(temporary + "/a.log"), new StreamListener() {
            @Override
            public void appeared(String stream) {
                throw new IllegalStateException("built in");
            }

            @Override
            public void vanished(String stream) {
                throw new IllegalStateException("built in");
            }
        });
        discover("a.log");

        lookAfter(SECOND);

        assertThat(news).containsExactly("+a.log");
    }
}
