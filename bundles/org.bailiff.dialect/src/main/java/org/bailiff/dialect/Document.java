// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What several files say together: later files over earlier ones, includes in their places, {@code [DEFAULT]} behind
 * every section. Values are interpolated when they are asked for, so a wrong one harms nobody who does not ask for it.
 * Immutable.
 *
 * <p>The names in a value, {@code %(name)s}, are those of the section that is asked, also where the value itself stands
 * in {@code [DEFAULT]} or in another section. {@code %(section/name)s} takes the value from that section, {@code
 * %(known/name)s} and {@code %(known/section/name)s} what the files before this one say; {@code %(__name__)s} is the
 * section's name.
 */
public final class Document {
    static final String DEFAULT = "DEFAULT";
    static final String INCLUDES = "INCLUDES";

    private final Definitions definitions;

    private Document(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads files in order, each with what it includes. A {@code NAME.local} beside an included {@code NAME.conf} is read
     * right after it. A file that is named twice is read where it is named first.
     *
     * @throws DialectException if a text is not in the dialect, an include is missing that must be there (one that does
     *     not end in {@code .local}), or files include each other
     */
    public static Document read(List<SourceText> files, Includes includes) throws DialectException {
        Definitions definitions = new Definitions();
        for (ParsedFile file : new IncludeOrder(includes).of(files)) {
            definitions.add(file);
        }
        return new Document(definitions);
    }

    /** The sections in the order of their first appearance, without {@code DEFAULT} and {@code INCLUDES}. */
    public List<String> sections() {
        return definitions.sections().stream()
                .filter(section -> !section.equals(DEFAULT) && !section.equals(INCLUDES))
                .toList();
    }

    /** Whether there is such a section; {@code DEFAULT} always is. */
    public boolean hasSection(String section) {
        return section.equals(DEFAULT) || definitions.sections().contains(section);
    }

    /** The keys of a section and those of {@code [DEFAULT]}, in lower case: the section's first, in the order written. */
    public Set<String> keys(String section) {
        Set<String> keys = new LinkedHashSet<>(definitions.keys(section));
        keys.addAll(definitions.keys(DEFAULT));
        return keys;
    }

    /**
     * The value of a key in a section, or else in {@code [DEFAULT]}, interpolated; empty if neither has it.
     *
     * @throws DialectException if the interpolation names what is not there, or itself
     */
    public Optional<Entry> entry(String section, String key) throws DialectException {
        Optional<Definition> found = definitions.find(section, key.toLowerCase(Locale.ROOT), Definitions.ALL_LAYERS);
        return found.isEmpty() ? Optional.empty() : Optional.of(resolve(section, found.get()));
    }

    /**
     * All entries of a section and those of {@code [DEFAULT]} that it does not have, by key, interpolated.
     *
     * @throws DialectException as {@link #entry}
     */
    public List<Entry> entries(String section) throws DialectException {
        List<Entry> entries = new ArrayList<>();
        for (String key : keys(section)) {
            entries.add(entry(section, key).orElseThrow());
        }
        return entries;
    }

    /** The keys that the section itself has, without {@code [DEFAULT]}, with their places and uninterpolated values. */
    public List<Entry> ownEntries(String section) {
        return definitions.latest(section).stream()
                .map(definition -> new Entry(definition.key(), definition.value(), definition.origin()))
                .toList();
    }

    /** The names, without a section, that any value of the document interpolates; in lower case. */
    public Set<String> interpolatedKeys() {
        Set<String> names = new LinkedHashSet<>();
        definitions.forEach(definition -> names.addAll(Interpolation.keysIn(definition.value())));
        return names;
    }

    private Entry resolve(String section, Definition definition) throws DialectException {
        String value = new Interpolation(definitions, section).resolve(definition);
        return new Entry(definition.key(), value.strip(), definition.origin());
    }
}
