// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.text.SafeText;

/**
 * A definition that somebody put in. What it includes is looked for, whenever it is compiled, among the definitions that
 * are offered then.
 */
public final class DeployedDefinition implements FilterDefinition {
    /** Characters that a text may have. */
    public static final int LONGEST = 256 * 1024;

    /** What the file of each is called, before the filter's name. */
    public static final String PLACE = "deployed:";

    private final Revision revision;
    private final DefinitionFile file;
    private final List<String> included;
    private final Offered offered;

    private DeployedDefinition(Revision revision, String text, Offered offered) {
        this.revision = revision;
        this.offered = offered;
        file = new DefinitionFile(PLACE + revision.filter() + ".conf", text);
        included = IncludesRule.includes(file.path(), text);
    }

    /** What the revision put in; empty if it took something out. */
    public static Optional<DeployedDefinition> of(Revision revision, Offered offered) {
        return revision.text().map(text -> new DeployedDefinition(revision, text, offered));
    }

    public Revision revision() {
        return revision;
    }

    /** What it includes and may not: errors. */
    public List<Problem> forbidden() {
        return included.stream()
                .filter(name -> IncludeName.parse(name).isEmpty())
                .map(name -> new Problem(
                        Severity.ERROR,
                        file.path(),
                        lineOf(name),
                        "",
                        "'" + SafeText.of(name, 80)
                                + "' cannot be included: what is put in at run time includes others by"
                                + " the bare name of a definition that is offered, e.g. common.conf"))
                .toList();
    }

    private int lineOf(String name) {
        String before = file.text().substring(0, Math.max(0, file.text().indexOf(name)));
        return (int) (before + name).lines().count();
    }

    @Override
    public String name() {
        return revision.filter();
    }

    @Override
    public String origin() {
        return "deployed by " + revision.by() + " at " + revision.at() + ", " + revision.title();
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(file);
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return included.contains(fileName) && IncludeName.parse(fileName).isEmpty()
                ? Optional.empty()
                : offered.file(fileName, name(), included);
    }
}
