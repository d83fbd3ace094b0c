// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.TreePath;

/** The tree of beans at the left. */
final class BeanTree {

    /** Opens the tree down to a node, by the labels that a person reads, and selects it. */
    void select(String... labels) {
        for (int depth = 1; depth < labels.length; depth++) {
            String[] part = Arrays.copyOf(labels, depth);
            String[] next = Arrays.copyOf(labels, depth + 1);
            Screen.await(
                    "the node " + String.join(" / ", next), () -> open(part).flatMap(opened -> find(next)));
        }
        Screen.await(
                "the node " + String.join(" / ", labels), () -> find(labels).map(this::selected));
    }

    /**
     * Opens a node. Some get their children only when they are selected; others are not, for jconsole begins to show what
     * is selected, and fails if another node is before it has done so.
     */
    private Optional<TreePath> open(String... labels) {
        Optional<TreePath> path = find(labels);
        path.ifPresent(found -> {
            JTree tree = tree().orElseThrow();
            if (((DefaultMutableTreeNode) found.getLastPathComponent()).isLeaf()) {
                tree.setSelectionPath(found);
            }
            tree.expandPath(found);
        });
        return path;
    }

    private TreePath selected(TreePath path) {
        JTree tree = tree().orElseThrow();
        tree.setSelectionPath(path);
        tree.expandPath(path);
        tree.scrollPathToVisible(path);
        return path;
    }

    private Optional<JTree> tree() {
        return Screen.find(Screen.shown(), JTree.class, any -> true);
    }

    private Optional<TreePath> find(String... labels) {
        return tree().flatMap(tree -> {
            DefaultMutableTreeNode node =
                    (DefaultMutableTreeNode) tree.getModel().getRoot();
            for (String label : labels) {
                Optional<DefaultMutableTreeNode> child = child(node, label);
                if (child.isEmpty()) {
                    return Optional.empty();
                }
                node = child.get();
            }
            return Optional.of(new TreePath(node.getPath()));
        });
    }

    private static Optional<DefaultMutableTreeNode> child(DefaultMutableTreeNode node, String label) {
        return Collections.list(node.children()).stream()
                .map(DefaultMutableTreeNode.class::cast)
                .filter(child -> child.toString().replace("\"", "").equals(label))
                .findFirst();
    }
}
