// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/** Definitions in folders of fail2ban's, as they are installed; the first folder that has one wins. */
public final class StockFilters {
    private final List<Path> folders;

    public StockFilters(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Where they are on this host, fail2ban's own test filters behind the stock ones. */
    static StockFilters installed() {
        return new StockFilters(List.of(
                Path.of(System.getProperty("bailiff.conformance.filters")),
                Oracle.tests().resolve("config/filter.d")));
    }

    /** The stock folder, if the filter is there. */
    Optional<Path> folder(String name) {
        return folders.stream()
                .limit(1)
                .filter(folder -> Files.exists(folder.resolve(name + ".conf")))
                .findFirst();
    }

    public Optional<FilterDefinition> find(String name) {
        return folders.stream()
                .filter(folder -> Files.exists(folder.resolve(name + ".conf")))
                .findFirst()
                .map(folder -> new StockFilter(name, folder, folders.get(0)));
    }

    private record StockFilter(String name, Path folder, Path stock) implements FilterDefinition {

        @Override
        public String origin() {
            return folder.resolve(name + ".conf").toString();
        }

        @Override
        public List<DefinitionFile> files() {
            List<DefinitionFile> files = new ArrayList<>();
            include(name + ".conf").ifPresent(files::add);
            include(name + ".local").ifPresent(files::add);
            return files;
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            // fail2ban's own test filters include by a path that holds in its source tree only.
            Path file = Files.exists(folder.resolve(fileName))
                    ? folder.resolve(fileName)
                    : stock.resolve(Path.of(fileName).getFileName());
            try {
                return Files.exists(file)
                        ? Optional.of(
                                new DefinitionFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)))
                        : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
