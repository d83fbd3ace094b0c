// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.MouseEvent;
import java.beans.PropertyVetoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JInternalFrame;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;

/** jconsole's window, connected to a process. */
final class Console {
    private static final String TAB = "MBeans";
    private static final int TREE_WIDTH = 230;

    private final JFrame window;
    private final BeanTree tree;

    private Console(JFrame window) {
        this.window = window;
        this.tree = new BeanTree();
    }

    /** Starts jconsole in this process, as its own command does, and turns to the tab with the beans. */
    static Console open(String process) throws ReflectiveOperationException {
        Class.forName("sun.tools.jconsole.JConsole")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {"-interval=1", process});
        // It asks so of processes of the same user too, to which it talks over a loopback port of the JDK's agent.
        JButton answer = Screen.await(
                "jconsole to connect", () -> Screen.find(Screen.shown(), JButton.class, Console::isAnswer));
        Screen.touch(answer::doClick);
        Screen.await("the tab " + TAB, () -> Screen.find(Screen.shown(), JTabbedPane.class, Console::showBeans));
        JFrame window = Screen.await("jconsole's window", () -> Screen.find(Screen.shown(), JFrame.class, any -> true));
        Screen.touch(() -> arrange(window));
        return new Console(window);
    }

    private static boolean isAnswer(JButton button) {
        return "Insecure connection".equals(button.getText());
    }

    private static boolean showBeans(JTabbedPane tabs) {
        int tab = tabs.indexOfTab(TAB);
        if (tab < 0 || !tabs.isEnabledAt(tab)) {
            return false;
        }
        tabs.setSelectedIndex(tab);
        return true;
    }

    private static void arrange(JFrame window) {
        window.setBounds(0, 0, 1000, 700);
        Screen.find(Screen.within(window), JInternalFrame.class, any -> true).ifPresent(inner -> {
            try {
                inner.setMaximum(true);
            } catch (PropertyVetoException e) {
                throw new FailedStepException("jconsole keeps its inner window small.", e);
            }
        });
        window.validate();
    }

    /** Turns to a bean, or to one of the nodes below it. */
    void turnTo(String... labels) {
        tree.select(labels);
        Screen.touch(() -> Screen.find(Screen.within(window), JSplitPane.class, any -> true)
                .ifPresent(split -> split.setDividerLocation(TREE_WIDTH)));
    }

    /**
     * Fills an operation's fields in their order, presses its button, and reads the answer.
     *
     * @throws FailedStepException if the operation has another number of fields, or answers with an error
     */
    Answer call(List<String> bean, String operation, String... arguments) {
        turnTo(path(bean, "Operations", operation));
        OperationForm form =
                Screen.await("the button of " + operation, () -> OperationForm.of(Screen.within(window), operation));
        Screen.touch(() -> form.fill(arguments));
        form.press();
        return Answer.await(operation);
    }

    /** Presses Refresh until an attribute shows what fits; by itself jconsole reads only charts anew. */
    void awaitAttribute(List<String> bean, String name, Predicate<String> fits) {
        turnTo(path(bean, "Attributes"));
        Screen.await("the attribute " + name + " to change", () -> {
            Optional<Cell> cell = attributes(name).filter(shown -> fits.test(shown.text()));
            if (cell.isEmpty()) {
                Screen.find(Screen.within(window), JButton.class, Console::isRefresh)
                        .ifPresent(JButton::doClick);
            }
            return cell;
        });
    }

    private static boolean isRefresh(JButton button) {
        return "Refresh".equals(button.getText());
    }

    /** Types a value into an attribute's cell. */
    void type(List<String> bean, String name, String value) {
        turnTo(path(bean, "Attributes"));
        Cell cell = Screen.await("the attribute " + name, () -> attributes(name));
        Screen.touch(() -> cell.type(value));
    }

    /** Makes an attribute's cell a chart, by a double click. */
    void chart(List<String> bean, String name) {
        turnTo(path(bean, "Attributes"));
        Cell cell = Screen.await("the attribute " + name, () -> attributes(name));
        Screen.touch(cell::doubleClick);
    }

    private Optional<Cell> attributes(String name) {
        return Screen.find(Screen.within(window), JTable.class, table -> Cell.of(table, name)
                        .isPresent())
                .flatMap(table -> Cell.of(table, name));
    }

    /** Takes a picture of the window, and of the dialog over it. */
    void picture(Path file) {
        try {
            Robot robot = new Robot();
            robot.waitForIdle();
            Rectangle bounds = Screen.ask(window::getBounds);
            ImageIO.write(robot.createScreenCapture(bounds), "png", file.toFile());
        } catch (AWTException e) {
            throw new FailedStepException("There is no screen to take a picture of.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] path(List<String> bean, String... below) {
        return Stream.concat(bean.stream(), Arrays.stream(below)).toArray(String[]::new);
    }

    /** The cell beside an attribute's name. */
    private record Cell(JTable table, int row) {
        private static final int VALUE = 1;

        static Optional<Cell> of(JTable table, String name) {
            return IntStream.range(0, table.getColumnCount() > VALUE ? table.getRowCount() : 0)
                    .filter(row -> name.equals(String.valueOf(table.getValueAt(row, 0))))
                    .mapToObj(row -> new Cell(table, row))
                    .findFirst();
        }

        String text() {
            return String.valueOf(table.getValueAt(row, VALUE));
        }

        void type(String value) {
            table.editCellAt(row, VALUE);
            JTextField field = Optional.ofNullable(table.getEditorComponent())
                    .flatMap(editor -> Screen.find(Screen.within(editor), JTextField.class, any -> true))
                    .orElseThrow(() -> new FailedStepException(
                            "The attribute " + table.getValueAt(row, 0) + " cannot be written."));
            field.setText(value);
            table.getCellEditor().stopCellEditing();
        }

        void doubleClick() {
            Rectangle cell = table.getCellRect(row, VALUE, true);
            table.dispatchEvent(new MouseEvent(
                    table,
                    MouseEvent.MOUSE_PRESSED,
                    System.currentTimeMillis(),
                    0,
                    (int) cell.getCenterX(),
                    (int) cell.getCenterY(),
                    2,
                    false,
                    MouseEvent.BUTTON1));
        }
    }
}
