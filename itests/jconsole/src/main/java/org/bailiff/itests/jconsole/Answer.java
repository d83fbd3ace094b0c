// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.awt.Component;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/**
 * The dialog with which an operation answers.
 *
 * @param operation which
 * @param dialog to be closed
 * @param text all that it says
 */
record Answer(String operation, JDialog dialog, String text) {
    private static final String SUCCESS = "Operation return value";

    /**
     * Waits for the answer.
     *
     * @throws FailedStepException if it is an error; its text is in the message
     */
    static Answer await(String operation) {
        JDialog dialog = Screen.await(
                "the answer of " + operation, () -> Screen.find(Screen.shown(), JDialog.class, any -> true));
        Answer answer = new Answer(operation, dialog, Screen.ask(() -> read(dialog)));
        if (!SUCCESS.equals(Screen.ask(dialog::getTitle))) {
            answer.close();
            throw new FailedStepException(operation + " failed: " + answer.text);
        }
        return answer;
    }

    private static String read(JDialog dialog) {
        return Screen.within(dialog).map(Answer::text).flatMap(Optional::stream).collect(Collectors.joining("\n"));
    }

    private static Optional<String> text(Component part) {
        if (part instanceof JTextComponent text) {
            return Optional.ofNullable(text.getText());
        }
        return part instanceof JLabel label ? Optional.ofNullable(label.getText()) : Optional.empty();
    }

    /** Makes all of it visible, as a person would with the mouse. */
    void enlarge() {
        Screen.touch(() -> {
            dialog.setBounds(250, 220, 730, 300);
            dialog.validate();
        });
    }

    /** Closes it if it says what is expected. */
    void closeSaying(String expected) {
        close();
        if (!text.contains(expected)) {
            throw new FailedStepException(operation + " was to say '" + expected + "' and said: " + text);
        }
    }

    /** Closes it if it does not name something. */
    void closeNotSaying(String unexpected) {
        close();
        if (text.contains(unexpected)) {
            throw new FailedStepException(operation + " was not to say '" + unexpected + "' and said: " + text);
        }
    }

    private void close() {
        Screen.touch(() -> Screen.find(Screen.within(dialog), JButton.class, button -> "OK".equals(button.getText()))
                .ifPresentOrElse(JButton::doClick, dialog::dispose));
    }
}
