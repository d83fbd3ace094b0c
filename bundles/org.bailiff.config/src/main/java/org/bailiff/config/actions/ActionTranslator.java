// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bailiff.config.actions.Translation.Change;
import org.bailiff.config.actions.Translation.Remark;
import org.bailiff.dialect.Reference;

/** Puts into the place of fail2ban's actions, most of which need root, what an ordinary user can do. For one jail. */
public final class ActionTranslator {
    private static final String KEEP_OUT = "xt_recent";
    private static final String ONLY_LOG = "log";
    /** Bailiff's own, whatever {@code action.d} holds. */
    private static final Set<String> OWN = Set.of(KEEP_OUT, ONLY_LOG, "command");

    /** What lets a packet pass, where otherwise it would be dropped. */
    private static final Pattern PASSES = Pattern.compile("(?i)return|accept|allow|pass");

    /** Of a command, with room for a number. */
    private static final int LONGEST_NAME = 60;

    private static final Pattern NOT_IN_LIST_NAMES = Pattern.compile("[^A-Za-z0-9._-]");

    private final String jail;
    private final ActionDefinitions definitions;
    /** In order, each once. */
    private final Set<String> actions = new LinkedHashSet<>();

    private final List<Remark> remarks = new ArrayList<>();

    private final Function<String, Optional<String>> programs;
    /** How many commands have a name already. */
    private final Map<String, Integer> names = new HashMap<>();

    private ActionTranslator(String jail, ActionDefinitions definitions, Function<String, Optional<String>> programs) {
        this.jail = jail;
        this.definitions = definitions;
        this.programs = programs;
    }

    /**
     * What the jail's key {@code action} comes to.
     *
     * @param text the value of the key
     * @return with the text as it is, if it is not written rightly, which is for those to say who read it
     */
    public static Translation translate(String jail, String text, ActionDefinitions definitions) {
        return translate(jail, text, definitions, SearchPath::find);
    }

    static Translation translate(
            String jail, String text, ActionDefinitions definitions, Function<String, Optional<String>> programs) {
        ActionTranslator translator = new ActionTranslator(jail, definitions, programs);
        try {
            return translator.translate(Reference.parseAll(text), text);
        } catch (IllegalArgumentException wrong) {
            return new Translation(text, List.of());
        }
    }

    private Translation translate(List<Reference> references, String text) {
        references.forEach(this::translate);
        if (references.isEmpty()) {
            remark(Change.NO_ACTION, "");
            actions.add(ONLY_LOG);
        } else if (actions.isEmpty()) {
            actions.add(KEEP_OUT);
        } else if (references.stream().allMatch(reference -> kindOf(reference).isEmpty())) {
            return new Translation(text, List.of());
        }
        return new Translation(String.join("\n", actions), remarks);
    }

    private Optional<ActionKind> kindOf(Reference reference) {
        return OWN.contains(reference.name()) ? Optional.empty() : definitions.kindOf(reference.name());
    }

    private void translate(Reference reference) {
        Optional<ActionKind> kind = kindOf(reference);
        if (kind.isEmpty()) {
            // One of Bailiff's own or of a plug-in, or nobody's, which the jail says.
            actions.add(written(reference));
        } else if (kind.get() == ActionKind.COMMAND) {
            run(reference);
        } else if (PASSES.matcher(reference.parameters().getOrDefault("blocktype", ""))
                .lookingAt()) {
            remark(Change.LETS_IN, reference.name());
            actions.add(ONLY_LOG);
        } else if (kind.get() == ActionKind.RECENT_LISTS) {
            String list = "f2b-" + listName(reference);
            actions.add(KEEP_OUT + "[list=" + list + ", list6=" + list + "6]");
        } else {
            replace(reference, kind.get());
        }
    }

    private void replace(Reference reference, ActionKind kind) {
        String list = listName(reference);
        actions.add(list.equals(jail) ? KEEP_OUT : KEEP_OUT + "[list=bailiff-" + list + "]");
        if (kind != ActionKind.UNCLEAR) {
            remark(Change.REPLACED, reference.name());
        } else if (run(reference)) {
            remark(Change.RUN_BESIDE, reference.name());
        }
    }

    /** Has the commands of a definition run; whether that is possible. */
    private boolean run(Reference reference) {
        Optional<ActionDefinition> definition = definitions.find(reference.name());
        if (definition.isEmpty()) {
            add(new Remark(
                    Change.NOT_RUN, reference.name(), Optional.empty(), "there is no definition of it in action.d"));
            return false;
        }
        ActionCommands commands = ActionCommands.of(jail, reference, definition.get(), programs);
        commands.objections().forEach(this::add);
        if (commands.objections().isEmpty()) {
            actions.add(commands.text(commandName(reference)));
        }
        return commands.objections().isEmpty();
    }

    /** fail2ban's name of the action in its jail; each only once. */
    private String commandName(Reference reference) {
        String name = reference.parameters().getOrDefault("actname", reference.name());
        String clean = NOT_IN_LIST_NAMES.matcher(name).replaceAll("-").replaceFirst("^[.-]+", "");
        String shortened = clean.isEmpty() ? "action" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
        int number = names.merge(shortened, 1, Integer::sum);
        return number == 1 ? shortened : shortened + "-" + number;
    }

    private void remark(Change change, String action) {
        add(new Remark(change, action));
    }

    private void add(Remark remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    /** The action's parameter {@code name}, which fail2ban's chains and lists are called after, or else the jail's name. */
    private String listName(Reference reference) {
        String name = reference.parameters().getOrDefault("name", "").strip();
        return name.isEmpty() ? jail : NOT_IN_LIST_NAMES.matcher(name).replaceAll("-");
    }

    private static String written(Reference reference) {
        if (reference.parameters().isEmpty()) {
            return reference.name();
        }
        List<String> parameters = new ArrayList<>();
        for (Map.Entry<String, String> parameter : reference.parameters().entrySet()) {
            String quote = parameter.getValue().contains("\"") ? "'" : "\"";
            parameters.add(parameter.getKey() + "=" + quote + parameter.getValue() + quote);
        }
        return reference.name() + "[" + String.join(", ", parameters) + "]";
    }
}
