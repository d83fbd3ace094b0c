// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;

/** Finds what a definition includes among the others that are offered. Thread-safe. */
@FunctionalInterface
public interface Offered {
    /** Nothing else is offered. */
    Offered NOTHING = (name, by) -> Optional.empty();

    /**
     * What a name means to a definition that includes it.
     *
     * @param name a filter's
     * @param by the filter that includes it; if it is the same name, what lies under it is meant
     */
    Optional<FilterDefinition> definition(String name, String by);

    /**
     * A file that one of the definitions has.
     *
     * @param fileName {@code common.conf}, or what an included definition itself includes
     * @param by the filter that includes it
     * @param included the file names that the filter's own text includes
     */
    default Optional<DefinitionFile> file(String fileName, String by, List<String> included) {
        return own(fileName, by).or(() -> beside(fileName, by, included));
    }

    private Optional<DefinitionFile> own(String fileName, String by) {
        return IncludeName.parse(fileName)
                .flatMap(name -> definition(name.filter(), by))
                .flatMap(found -> found.files().stream()
                        .filter(file -> fileName.equals(lastPart(file.path())))
                        .findFirst());
    }

    /** What is included may itself include what only it can find. */
    private Optional<DefinitionFile> beside(String fileName, String by, List<String> included) {
        Set<String> asked = new HashSet<>();
        return included.stream()
                .flatMap(name -> IncludeName.parse(name).stream())
                .flatMap(name -> definition(name.filter(), by).stream())
                .filter(found -> asked.add(found.name()))
                .filter(found -> !(found instanceof DeployedDefinition))
                .flatMap(found -> found.include(fileName).stream())
                .findFirst();
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    }
}
