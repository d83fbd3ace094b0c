// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bailiff.config.actions.ActionDefinitions;
import org.bailiff.config.actions.ActionKind;

/** Reads {@code action.d}. Of what stands there only a kind is kept: nothing in it is ever run. */
final class ActionFolder {
    private static final List<String> ENDINGS = List.of(".conf", ".local");
    /** Actions that are programs are called by their whole name. */
    private static final String PROGRAM = ".py";

    private final Map<String, String> texts = new TreeMap<>();

    private ActionFolder() {}

    static ActionDefinitions read(Path folder) {
        ActionFolder actions = new ActionFolder();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(actions::add);
        } catch (IOException unreadable) {
            // Without it, an action that is not known by its name is nobody's, which its jail says.
            return ActionDefinitions.NONE;
        }
        Map<String, ActionKind> kinds = new TreeMap<>();
        actions.texts.forEach((name, text) -> kinds.put(name, ActionDefinitions.judge(text)));
        return new ActionDefinitions(kinds);
    }

    private void add(Path file) {
        String fileName = file.getFileName().toString();
        String name = ENDINGS.stream()
                .filter(fileName::endsWith)
                .findFirst()
                .map(ending -> fileName.substring(0, fileName.length() - ending.length()))
                .orElse(fileName);
        boolean meant = !name.equals(fileName) || name.endsWith(PROGRAM);
        if (meant && !ActionDefinitions.isKnown(name)) {
            texts.merge(name, text(file), String::concat);
        }
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file).text();
        } catch (IOException unreadable) {
            // What cannot be read says nothing of what it does, and is judged so.
            return "";
        }
    }
}
