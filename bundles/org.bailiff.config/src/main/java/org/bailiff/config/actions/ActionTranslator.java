// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Pattern NOT_IN_LIST_NAMES = Pattern.compile("[^A-Za-z0-9._-]");

    private final String jail;
    private final ActionDefinitions definitions;
    /** In order, each once. */
    private final Set<String> actions = new LinkedHashSet<>();

    private final List<Remark> remarks = new ArrayList<>();

    private ActionTranslator(String jail, ActionDefinitions definitions) {
        this.jail = jail;
        this.definitions = definitions;
    }

    /**
     * What the jail's key {@code action} comes to.
     *
     * @param text the value of the key
     * @return with the text as it is, if it is not written rightly, which is for those to say who read it
     */
    public static Translation translate(String jail, String text, ActionDefinitions definitions) {
        ActionTranslator translator = new ActionTranslator(jail, definitions);
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
            remark(Change.NOT_RUN, reference.name());
        } else if (PASSES.matcher(reference.parameters().getOrDefault("blocktype", ""))
                .lookingAt()) {
            remark(Change.LETS_IN, reference.name());
            actions.add(ONLY_LOG);
        } else if (kind.get() == ActionKind.RECENT_LISTS) {
            String list = "f2b-" + listName(reference);
            actions.add(KEEP_OUT + "[list=" + list + ", list6=" + list + "6]");
        } else {
            remark(Change.REPLACED, reference.name());
            String list = listName(reference);
            actions.add(list.equals(jail) ? KEEP_OUT : KEEP_OUT + "[list=bailiff-" + list + "]");
        }
    }

    private void remark(Change change, String action) {
        Remark remark = new Remark(change, action);
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
