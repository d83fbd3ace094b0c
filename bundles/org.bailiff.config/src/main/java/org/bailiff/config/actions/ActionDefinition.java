// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.List;
import java.util.Optional;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.SourceText;

/** A definition in {@code action.d}, with all that it includes. Immutable; equal if the texts are. */
public final class ActionDefinition {
    private final ActionKind kind;
    private final List<SourceText> texts;
    private final Optional<Document> document;
    private final Optional<DialectException> wrong;

    private ActionDefinition(
            ActionKind kind, List<SourceText> texts, Optional<Document> document, Optional<DialectException> wrong) {
        this.kind = kind;
        this.texts = List.copyOf(texts);
        this.document = document;
        this.wrong = wrong;
    }

    /** One that can be read. */
    public static ActionDefinition of(ActionKind kind, List<SourceText> texts, Document document) {
        return new ActionDefinition(kind, texts, Optional.of(document), Optional.empty());
    }

    /** One that is not in the dialect. */
    public static ActionDefinition wrong(ActionKind kind, List<SourceText> texts, DialectException wrong) {
        return new ActionDefinition(kind, texts, Optional.empty(), Optional.of(wrong));
    }

    /** One that is no text with commands, but a program for fail2ban itself. */
    public static ActionDefinition program(ActionKind kind, SourceText text) {
        return new ActionDefinition(kind, List.of(text), Optional.empty(), Optional.empty());
    }

    /** What it is, judged by what it does. */
    public ActionKind kind() {
        return kind;
    }

    /** What it says; empty if it cannot be read, or is a program. */
    Optional<Document> document() {
        return document;
    }

    /** Why it cannot be read; empty if it can, or is a program. */
    Optional<DialectException> wrong() {
        return wrong;
    }

    /** The file that it begins with. */
    String file() {
        return texts.get(0).path();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ActionDefinition other && kind == other.kind && texts.equals(other.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }
}
