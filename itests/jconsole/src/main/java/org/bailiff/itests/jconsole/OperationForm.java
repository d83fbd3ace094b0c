// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/**
 * An operation's button and the fields behind it.
 *
 * @param operation the button's label
 */
record OperationForm(String operation, JButton button, List<JTextField> fields) {

    /** The form of an operation that is turned to; empty while it is not shown. */
    static Optional<OperationForm> of(Stream<Component> parts, String operation) {
        return Screen.find(parts, JButton.class, shown -> shown.getText().equals(operation))
                .map(button -> new OperationForm(
                        operation,
                        button,
                        Screen.within(button.getParent())
                                .filter(JTextField.class::isInstance)
                                .map(JTextField.class::cast)
                                .toList()));
    }

    void fill(String... arguments) {
        if (fields.size() != arguments.length) {
            throw new FailedStepException(
                    operation + " has " + fields.size() + " fields, and not the " + arguments.length + " expected.");
        }
        for (int index = 0; index < arguments.length; index++) {
            fields.get(index).setText(arguments[index]);
        }
    }

    /** Presses the button; the answer opens a dialog, which would hold up whoever waits for the button. */
    void press() {
        SwingUtilities.invokeLater(button::doClick);
    }
}
