// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterFolderTest {
    private final Map<String, FilterDefinition> offered = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private Path directory;
    private FilterFolder folder;

    @BeforeEach
    void makeFolder(@TempDir Path etc) throws IOException {
        directory = Files.createDirectory(etc.resolve("filter.d"));
        folder = new FilterFolder(directory, new FilterShelf(this::offer));
    }

    private Runnable offer(FilterDefinition definition) {
        calls.add("offer " + definition.name());
        offered.put(definition.name(), definition);
        return () -> {
            calls.add("withdraw " + definition.name());
            offered.remove(definition.name(), definition);
        };
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(directory.resolve(name).getParent());
        Files.writeString(directory.resolve(name), text);
    }

    private List<String> texts(String name) {
        return offered.get(name).files().stream().map(DefinitionFile::text).toList();
    }

    @Test
    void theFirstLookTakesAllThereIs() throws IOException {
        write("sshd.conf", "[Definition]\n");
        write("web.conf", "[Definition]\n");

        folder.look();

        assertThat(offered).containsOnlyKeys("sshd", "web");
        assertThat(offered.get("sshd").origin())
                .isEqualTo(directory.resolve("sshd.conf").toString());
    }

    @Test
    void aNewFileIsTakenWhenTwoLooksFindItTheSame() throws IOException {
        folder.look();
        write("sshd.conf", "[Defi");

        assertThat(folder.look()).isTrue();
        assertThat(offered).isEmpty();

        write("sshd.conf", "[Definition]\n");
        folder.look();
        assertThat(offered).isEmpty();

        folder.look();
        assertThat(texts("sshd")).containsExactly("[Definition]\n");
        assertThat(folder.look()).isFalse();
    }

    @Test
    void aFileThatIsBeingWrittenHoldsNoOtherUp() throws IOException {
        folder.look();
        write("busy.conf", "1");
        write("quick.conf", "[Definition]\n");
        folder.look();
        write("busy.conf", "12");
        folder.look();

        assertThat(offered).containsOnlyKeys("quick");
    }

    @Test
    void aChangedFileKeepsItsOldTextUntilItIsComplete() throws IOException {
        write("sshd.conf", "old");
        folder.look();
        write("sshd.conf", "new text");

        folder.look();
        assertThat(texts("sshd")).containsExactly("old");

        folder.look();
        assertThat(texts("sshd")).containsExactly("new text");
        assertThat(calls).containsExactly("offer sshd", "offer sshd", "withdraw sshd");
    }

    @Test
    void aFileRenamedIntoPlaceIsNoticedThoughSizeAndTimeAreTheSame() throws IOException {
        write("sshd.conf", "one");
        folder.look();
        write(".draft", "two");
        Files.setLastModifiedTime(
                directory.resolve(".draft"), Files.getLastModifiedTime(directory.resolve("sshd.conf")));
        Files.move(directory.resolve(".draft"), directory.resolve("sshd.conf"), StandardCopyOption.REPLACE_EXISTING);

        folder.look();
        folder.look();

        assertThat(texts("sshd")).containsExactly("two");
    }

    @Test
    void aVanishedFileIsWithdrawnAtOnce() throws IOException {
        write("sshd.conf", "[Definition]\n");
        folder.look();
        Files.delete(directory.resolve("sshd.conf"));

        folder.look();

        assertThat(offered).isEmpty();
        assertThat(calls).containsExactly("offer sshd", "withdraw sshd");
    }

    @Test
    void aFolderThatComesLateAndGoesIsFine() throws IOException {
        FilterFolder late = new FilterFolder(directory.resolve("later"), new FilterShelf(this::offer));
        late.look();
        write("later/sshd.conf", "[Definition]\n");

        late.look();
        late.look();
        assertThat(offered).containsOnlyKeys("sshd");

        Files.delete(directory.resolve("later/sshd.conf"));
        Files.delete(directory.resolve("later"));
        late.look();
        assertThat(offered).isEmpty();
    }

    @Test
    void aDefinitionHasItsFilesInFail2bansOrder() throws IOException {
        write("sshd.d/2.local", "4");
        write("sshd.local", "3");
        write("sshd.d/1.conf", "2");
        write("sshd.conf", "1");

        folder.look();

        assertThat(offered).containsOnlyKeys("sshd");
        assertThat(texts("sshd")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aDefinitionMayHaveNothingButALocalFileOrAFolder() throws IOException {
        write("lone.local", "1");
        write("parts.d/one.conf", "2");

        folder.look();

        assertThat(offered).containsOnlyKeys("lone", "parts");
        assertThat(texts("lone")).containsExactly("1");
        assertThat(texts("parts")).containsExactly("2");
    }

    @Test
    void includesAreFoundBesideAndTheirChangeIsAChange() throws IOException {
        write("common.conf", "[DEFAULT]\nx = 1\n");
        write("sshd.conf", "[INCLUDES]\nbefore = common.conf\n[Definition]\n");
        folder.look();
        assertThat(offered.get("sshd").include("common.conf").orElseThrow().text())
                .contains("x = 1");
        assertThat(offered.get("sshd").include("common.local")).isEmpty();
        calls.clear();

        write("common.conf", "[DEFAULT]\nx = 22\n");
        folder.look();
        folder.look();

        assertThat(calls).contains("offer sshd", "offer common");
        assertThat(offered.get("sshd").include("common.conf").orElseThrow().text())
                .contains("x = 22");
    }

    @Test
    void anIncludeOutsideOfTheFolderIsNotFound() throws IOException {
        Files.writeString(directory.resolveSibling("secret.conf"), "x");
        write("sshd.conf", "[INCLUDES]\nbefore = ../secret.conf\n[Definition]\n");

        folder.look();

        assertThat(offered.get("sshd").include("../secret.conf")).isEmpty();
    }

    @Test
    void draftsAndBackupsAreLeftAlone() throws IOException {
        write(".sshd.conf", "");
        write("sshd.conf~", "");
        write("sshd.conf.bak", "");
        write(".sshd.conf.swp", "");
        write("README", "");
        Files.createDirectory(directory.resolve("folder.conf"));

        folder.look();

        assertThat(offered).isEmpty();
    }

    @Test
    void aDefinitionThatIsNotInTheDialectIsOfferedForItsJailsToSaySo() throws IOException {
        write("sshd.conf", "nonsense");

        folder.look();

        assertThat(texts("sshd")).containsExactly("nonsense");
    }
}
