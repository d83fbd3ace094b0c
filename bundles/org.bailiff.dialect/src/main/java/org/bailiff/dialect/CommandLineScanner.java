// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into commands and words as POSIX quotes them, and refuses what only a shell could do. Used once. */
final class CommandLineScanner {
    static final String TAG_NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    private static final Pattern TAG = Pattern.compile("<" + TAG_NAME + ">");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final String MEND = "; put it into a script, and name the script with its whole path";

    /** What each of these is to a shell, where no quote is around it. */
    private static final Map<Character, String> OF_THE_SHELL = Map.of(
            '|', "a pipe or an alternative",
            '&', "a condition or a command in the background",
            ';', "one command behind another",
            '<', "a redirection",
            '>', "a redirection",
            '(', "a group",
            ')', "a group",
            '$', "a variable or a substitution",
            '`', "a substitution");

    private static final String GLOBS = "*?[";

    private static final Set<String> WORDS_OF_THE_SHELL = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "{",
            "}",
            "!",
            "function",
            ".",
            ":",
            "alias",
            "cd",
            "command",
            "eval",
            "exec",
            "exit",
            "export",
            "local",
            "read",
            "return",
            "set",
            "shift",
            "source",
            "trap",
            "ulimit",
            "umask",
            "unset",
            "wait");

    private final String text;
    private final List<CommandLine> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    /** The word that is being read; null between words. */
    private StringBuilder word;

    private boolean quoted;
    private int at;

    CommandLineScanner(String text) {
        this.text = text;
    }

    List<CommandLine> commands() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '\n') {
                at++;
                endCommand();
            } else if (Character.isWhitespace(character)) {
                at++;
                endWord();
            } else if (character == '#' && word == null) {
                at = endOfLine();
            } else {
                part(character);
            }
        }
        endCommand();
        return List.copyOf(commands);
    }

    /** How long the tag is that begins there; 0 if none does. */
    static int tagLength(String text, int from) {
        Matcher tag = TAG.matcher(text).region(from, text.length());
        return tag.lookingAt() ? tag.end() - from : 0;
    }

    private void part(char character) {
        boolean begins = word == null;
        if (begins) {
            word = new StringBuilder();
            quoted = false;
        }
        int tag = tagLength(text, at);
        if (tag > 0) {
            word.append(text, at, at + tag);
            at += tag;
        } else if (character == '\\') {
            escaped(begins);
        } else if (character == '\'') {
            singleQuoted();
        } else if (character == '"') {
            doubleQuoted();
        } else {
            plain(character, begins);
        }
    }

    private void plain(char character, boolean begins) {
        String meaning = OF_THE_SHELL.get(character);
        if (meaning != null) {
            throw needsShell("'" + character + "' is " + meaning);
        }
        boolean testProgram = character == '[' && begins && isBlank(at + 1);
        if (GLOBS.indexOf(character) >= 0 && !testProgram || character == '~' && begins) {
            throw new IllegalArgumentException("'" + character + "' stands for names of files, which only a shell can"
                    + " find; put the word into quotes if it is meant as it is");
        }
        word.append(character);
        at++;
    }

    private boolean isBlank(int place) {
        return place >= text.length() || Character.isWhitespace(text.charAt(place));
    }

    private void escaped(boolean begins) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (next != '\n') {
            word.append(next);
            quoted = true;
        } else if (begins) {
            word = null;
        }
        at = Math.min(at + 2, text.length());
    }

    private void singleQuoted() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw notClosed('\'');
        }
        word.append(text, at + 1, end);
        quoted = true;
        at = end + 1;
    }

    private void doubleQuoted() {
        quoted = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at);
            if (character == '$' || character == '`') {
                throw needsShell("'" + character + "' is " + OF_THE_SHELL.get(character) + ", within \"quotes\" too");
            }
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            boolean escapes = character == '\\' && "$`\"\\\n".indexOf(next) >= 0;
            if (!escapes) {
                word.append(character);
            } else if (next != '\n') {
                word.append(next);
            }
            at += escapes ? 2 : 1;
        }
        if (at >= text.length()) {
            throw notClosed('"');
        }
        at++;
    }

    private void endWord() {
        if (word == null) {
            return;
        }
        String ended = word.toString();
        if (words.isEmpty() && !quoted) {
            if (WORDS_OF_THE_SHELL.contains(ended)) {
                throw needsShell("'" + ended + "' is a word of the shell's own");
            }
            if (ASSIGNMENT.matcher(ended).matches()) {
                throw needsShell("'" + ended.substring(0, ended.indexOf('=') + 1) + "' sets a variable");
            }
        }
        words.add(ended);
        word = null;
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(new CommandLine(words));
            words.clear();
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static IllegalArgumentException needsShell(String what) {
        return new IllegalArgumentException(what + ", which needs a shell, and none is ever run" + MEND);
    }

    private static IllegalArgumentException notClosed(char quote) {
        return new IllegalArgumentException("the closing " + quote + " is missing");
    }
}
