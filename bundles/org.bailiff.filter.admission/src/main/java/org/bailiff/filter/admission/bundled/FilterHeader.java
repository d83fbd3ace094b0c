// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.bundled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.filter.admission.deployed.FilterName;
import org.bailiff.filter.admission.deployed.Offered;

/**
 * What a bundle's header {@code Bailiff-Filters} names: paths in the bundle, divided by commas, each a folder or a file,
 * the file's name maybe with a {@code *}. A file of a name twice is brought where it is named first.
 */
public final class FilterHeader {
    /** Of a bundle's manifest. */
    public static final String NAME = "Bailiff-Filters";

    private static final String CONF = ".conf";
    private static final String ANY = "*" + CONF;

    private final BundleFiles files;
    private final Offered offered;
    private final Map<String, FilterDefinition> definitions = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private FilterHeader(BundleFiles files, Offered offered) {
        this.files = files;
        this.offered = offered;
    }

    /**
     * What a bundle brings.
     *
     * @param definitions each of another name
     * @param problems sentences about what it names and does not bring
     */
    public record Content(List<FilterDefinition> definitions, List<String> problems) {
        public Content {
            definitions = List.copyOf(definitions);
            problems = List.copyOf(problems);
        }
    }

    /** Reads what the header's value names. */
    public static Content read(String value, BundleFiles files, Offered offered) {
        FilterHeader header = new FilterHeader(files, offered);
        Stream.of(value.split(",")).map(String::strip).forEach(header::bring);
        return new Content(List.copyOf(header.definitions.values()), header.problems);
    }

    private void bring(String named) {
        Set<String> paths = new LinkedHashSet<>(paths(named));
        if (paths.isEmpty()) {
            problems.add("bundle " + files.title() + ": its header " + NAME + " names '" + named + "', and there is no "
                    + ANY + " in it; write a folder or a file of the bundle, e.g. filters/" + ANY);
        }
        paths.forEach(this::bringFile);
    }

    /** A folder's definitions, or what the pattern finds. */
    private List<String> paths(String named) {
        String path = named.replaceAll("^/+|/+$", "");
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String pattern = path.substring(path.lastIndexOf('/') + 1);
        return pattern.endsWith(CONF) && !named.endsWith("/") ? files.find(folder, pattern) : files.find(path, ANY);
    }

    private void bringFile(String path) {
        String fileName = fileName(path);
        String name = fileName.substring(0, fileName.length() - CONF.length());
        try {
            FilterName.checked(name);
            if (definitions.containsKey(name)) {
                return;
            }
            String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            definitions.put(name, new BundleDefinition(name, origin(path), file(path), beside(folder), offered));
        } catch (IllegalArgumentException | IOException wrong) {
            problems.add(origin(path) + " is left out: " + wrong.getMessage());
        }
    }

    private Map<String, DefinitionFile> beside(String folder) throws IOException {
        Map<String, DefinitionFile> beside = new LinkedHashMap<>();
        for (String path : files.find(folder, ANY)) {
            beside.put(fileName(path), file(path));
        }
        return beside;
    }

    private DefinitionFile file(String path) throws IOException {
        return new DefinitionFile(files.title() + ":" + path, files.text(path, DeployedDefinition.LONGEST));
    }

    private String origin(String path) {
        return "bundle " + files.title() + ": " + path;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
