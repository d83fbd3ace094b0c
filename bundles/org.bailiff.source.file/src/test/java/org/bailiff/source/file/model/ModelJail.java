// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.model;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.Position;
import org.bailiff.source.file.follow.FilePosition;
import org.bailiff.text.SafeText;

/**
 * One of several that read a log: it skips what it has had, keeps its position now and then, and after a kill stands
 * where it last kept it. It knows which line must come next, and refuses any other.
 */
public final class ModelJail {
    private final String name;
    private final List<ModelFile> files;
    /** What is lost of a file for this jail, from which offset on. */
    private final Map<ModelFile, Integer> limits = new HashMap<>();

    private Place place = new Place(0, 0, false, 0);
    private Place keptPlace = place;
    private String keptText = "";
    private Position taken;

    /**
     * How far the jail is.
     *
     * @param file which of the files
     * @param lines how many lines it has had
     */
    private record Place(int file, int offset, boolean inside, int lines) {}

    private record Next(int file, ModelFile.Line line) {}

    ModelJail(String name, List<ModelFile> files) {
        this.name = name;
        this.files = files;
    }

    /** Where a reader has to begin for it; empty if it never had a line. */
    public Optional<Position> taken() {
        return Optional.ofNullable(taken);
    }

    public int lines() {
        return place.lines();
    }

    public void take(LineBatch batch) {
        for (int line = 0; line < batch.count(); line++) {
            Position after = batch.after(line);
            if (taken == null || after.compareTo(taken) > 0) {
                int start = batch.start(line);
                check(
                        new String(batch.buffer(), start, batch.end(line) - start, StandardCharsets.ISO_8859_1),
                        FilePosition.parse(after.text()));
                taken = after;
            }
        }
    }

    private void check(String text, FilePosition after) {
        Next next = next().orElseThrow(() ->
                new AssertionError(name + " was given '" + SafeText.of(text, 40) + "', and no line was to come"));
        ModelFile.Line expected = next.line();
        if (!expected.text().equals(text)) {
            throw new AssertionError(name + " was given '" + SafeText.of(text, 40) + "' and not '"
                    + SafeText.of(expected.text(), 40) + "'");
        }
        if (after.offset() != expected.end() || after.inside() != expected.inside()) {
            throw new AssertionError(name + " was given '" + SafeText.of(text, 40) + "' with " + after.text()
                    + " and not the offset " + expected.end());
        }
        place = new Place(next.file(), expected.end(), expected.inside(), place.lines() + 1);
    }

    /** What must come next, and in which file; empty if nothing must. */
    private Optional<Next> next() {
        int offset = place.offset();
        boolean inside = place.inside();
        for (int index = place.file(); index < files.size(); index++) {
            ModelFile file = files.get(index);
            ModelFile.Line line = file.next(offset, inside, limits.getOrDefault(file, Integer.MAX_VALUE));
            if (line != null) {
                return Optional.of(new Next(index, line));
            }
            offset = 0;
            inside = false;
        }
        return Optional.empty();
    }

    /** What it still has to be given; empty if all was. */
    public Optional<String> missing() {
        return next().map(next ->
                name + " was not given '" + SafeText.of(next.line().text(), 40) + "' and what follows");
    }

    /** What it has not had of the file, it never will. */
    void lose(ModelFile file) {
        int index = files.indexOf(file);
        if (index >= place.file()) {
            limits.merge(file, index == place.file() ? place.offset() : 0, Math::min);
        }
    }

    /** Its position is kept, as the record of a store. */
    public void keep() {
        if (taken != null) {
            keptPlace = place;
            keptText = taken.text();
        }
    }

    /** It has had nothing yet; where it began is kept. */
    public void keepBeginning(Position beginning) {
        keptText = beginning.text();
    }

    /** After a kill it is as it was when it last kept its position. */
    void fallBack() {
        place = keptPlace;
        taken = null;
    }

    /** It is there again. */
    public void goOn(Function<String, Position> parser) {
        taken = keptText.isEmpty() ? null : parser.apply(keptText);
    }

    @Override
    public String toString() {
        return name + " at " + (keptText.isEmpty() ? "the head" : keptText);
    }
}
