// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a class of the steps of one regex. Steps lead to steps of all kinds, so that the JVM cannot know where a call leads:
 * that takes longer than what most of them do. In a class of its own, each call leads to one place, and many steps become one
 * piece of code. What goes round and round stays as it is, with all that follows it. Used for one regex.
 */
final class Linkage {
    private static final String NAME = "org/bailiff/filter/quick/LinkedSteps";
    private static final String PARENT = "org/bailiff/filter/quick/LinkedRegex";
    private static final String SELF = "org/bailiff/filter/quick/Linkage";
    private static final String TEXT = "org/bailiff/filter/quick/QuickText";
    private static final String RUN = "(L" + TEXT + ";I)Z";
    private static final String GO = "(L" + TEXT + ";I)I";
    private static final int STATIC = 8;
    /** In bytes. */
    private static final int MOST_CODE = 30_000;
    /** In bytes; the JVM does not compile longer methods. */
    private static final int LONGEST = 8000;

    /** What the class that is being made keeps; one is made at a time. */
    static Step[] handover;

    private final ClassWriter writer = new ClassWriter();
    private final List<Step> kept = new ArrayList<>();
    private final Map<Step, Integer> places = new IdentityHashMap<>();
    private final List<Step> begins = new ArrayList<>();
    private final Map<Step, Integer> methods = new IdentityHashMap<>();
    private Code code = new Code();

    private Linkage() {}

    /** Empty if it would become too large. */
    static Optional<LinkedRegex> of(Step first) {
        Linkage linkage = new Linkage();
        linkage.method(first);
        int length = 0;
        for (int index = 0; index < linkage.begins.size(); index++) {
            linkage.code = new Code();
            linkage.begins.get(index).link(linkage);
            linkage.writer.method(STATIC, "m" + index, RUN, linkage.code);
            length += linkage.code.length();
            if (length > MOST_CODE || linkage.code.length() > LONGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(linkage.make());
    }

    private LinkedRegex make() {
        writer.method(
                0,
                "<init>",
                "()V",
                new Code()
                        .add(Code.ALOAD, 0)
                        .wide(Code.INVOKESPECIAL, writer.methodOf(PARENT, "<init>", "()V"))
                        .add(Code.RETURN));
        writer.method(
                0,
                "run",
                RUN,
                new Code()
                        .add(Code.ALOAD, 1)
                        .add(Code.ILOAD, 2)
                        .wide(Code.INVOKESTATIC, writer.methodOf(NAME, "m0", RUN))
                        .add(Code.IRETURN));
        Code begin = new Code();
        for (int index = 0; index < kept.size(); index++) {
            String type = type(kept.get(index));
            writer.field(STATIC | 0x10, "s" + index, "L" + type + ";");
            begin.wide(Code.GETSTATIC, writer.fieldOf(SELF, "handover", "[L" + type(Step.class) + ";"))
                    .wide(Code.SIPUSH, index)
                    .add(Code.AALOAD)
                    .wide(Code.CHECKCAST, writer.type(type))
                    .wide(Code.PUTSTATIC, writer.fieldOf(NAME, "s" + index, "L" + type + ";"));
        }
        writer.method(STATIC, "<clinit>", "()V", begin.add(Code.RETURN));
        return define(writer.write(NAME, PARENT), kept.toArray(Step[]::new));
    }

    private static synchronized LinkedRegex define(byte[] file, Step[] steps) {
        handover = steps;
        try {
            return (LinkedRegex) MethodHandles.lookup()
                    .defineHiddenClass(file, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("it was written here", impossible);
        } finally {
            handover = null;
        }
    }

    private static String type(Object kept) {
        return (kept instanceof Class<?> known ? known : kept.getClass())
                .getName()
                .replace('.', '/');
    }

    private int method(Step step) {
        Integer known = methods.putIfAbsent(step, begins.size());
        if (known == null) {
            begins.add(step);
            return begins.size() - 1;
        }
        return known;
    }

    /** The step itself, to be asked something. */
    private void load(Step step) {
        Integer known = places.putIfAbsent(step, kept.size());
        if (known == null) {
            kept.add(step);
        }
        int place = places.get(step);
        code.wide(Code.GETSTATIC, writer.fieldOf(NAME, "s" + place, "L" + type(step) + ";"))
                .add(Code.ALOAD, 0);
    }

    private void ask(Step step, String method, String type) {
        code.wide(Code.INVOKEVIRTUAL, writer.methodOf(type(step), method, type));
    }

    /** What begins with the step, from the place at hand. */
    private void call(Step step) {
        code.add(Code.ALOAD, 0)
                .add(Code.ILOAD, 1)
                .wide(Code.INVOKESTATIC, writer.methodOf(NAME, "m" + method(step), RUN));
    }

    private void answer(int constant) {
        code.add(constant).add(Code.IRETURN);
    }

    private void answerFalseIfNowhere() {
        code.add(Code.ISTORE, 1).add(Code.ILOAD, 1);
        int onward = code.jump(Code.IFGE);
        answer(Code.ICONST_0);
        code.land(onward);
    }

    private void answerTrueIfMatched() {
        int onward = code.jump(Code.IFEQ);
        answer(Code.ICONST_1);
        code.land(onward);
    }

    /** A step that stays as it is, with all that follows it. */
    void leave(Step step) {
        load(step);
        code.add(Code.ILOAD, 1);
        ask(step, "run", RUN);
        code.add(Code.IRETURN);
    }

    void pass(Step step) {
        load(step);
        code.add(Code.ILOAD, 1);
        ask(step, "pass", GO);
        answerFalseIfNowhere();
    }

    /** Ways of which the step tells by a number which are to be tried. */
    void choose(Step step, Step[][] ways) {
        load(step);
        code.add(Code.ILOAD, 1);
        ask(step, "kind", GO);
        int choice = code.choose(ways.length);
        for (int index = 0; index < ways.length; index++) {
            code.landCase(choice, index, index == ways.length - 1);
            tryAll(ways[index]);
        }
    }

    private void tryAll(Step[] ways) {
        if (ways.length == 0) {
            answer(Code.ICONST_0);
            return;
        }
        if (ways.length > 1) {
            code.add(Code.ALOAD, 0)
                    .wide(Code.SIPUSH, ways.length)
                    .wide(Code.INVOKEVIRTUAL, writer.methodOf(TEXT, "spend", "(I)V"));
        }
        for (int index = 0; index < ways.length - 1; index++) {
            call(ways[index]);
            answerTrueIfMatched();
        }
        call(ways[ways.length - 1]);
        code.add(Code.IRETURN);
    }

    /** A group that is forgotten again if what follows does not match. */
    void take(Step step, Step next) {
        load(step);
        code.add(Code.ILOAD, 1);
        ask(step, "take", "(L" + TEXT + ";I)J");
        code.add(Code.LSTORE, 2);
        call(next);
        answerTrueIfMatched();
        load(step);
        code.add(Code.LLOAD, 2);
        ask(step, "forget", "(L" + TEXT + ";J)V");
        answer(Code.ICONST_0);
    }

    /** Places from which what follows is tried, one after another. */
    void seek(ByteLoop step, Step next) {
        load(step);
        code.add(Code.ILOAD, 1);
        code.add(Code.ILOAD, 1).add(Code.ISTORE, 2);
        ask(step, "begin", GO);
        int again = code.length();
        answerFalseIfNowhere();
        call(next);
        answerTrueIfMatched();
        load(step);
        code.add(Code.ILOAD, 1).add(Code.ILOAD, 2);
        ask(step, "again", "(L" + TEXT + ";II)I");
        code.jumpBack(Code.GOTO, again);
    }
}
