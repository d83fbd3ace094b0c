// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.util.Arrays;

/** The instructions of a method. */
final class Code {
    /** How many bytes of a method's code attribute are not instructions. */
    static final int FRAME = 12;
    /** How deep the stack may be. */
    static final int DEEPEST = 8;

    static final int LOCALS = 6;

    static final int ICONST_0 = 0x03;
    static final int ICONST_1 = 0x04;
    static final int SIPUSH = 0x11;
    static final int ILOAD = 0x15;
    static final int LLOAD = 0x16;
    static final int ALOAD = 0x19;
    static final int AALOAD = 0x32;
    static final int ISTORE = 0x36;
    static final int LSTORE = 0x37;
    static final int IFEQ = 0x99;
    static final int IFGE = 0x9c;
    static final int GOTO = 0xa7;
    static final int TABLESWITCH = 0xaa;
    static final int IRETURN = 0xac;
    static final int RETURN = 0xb1;
    static final int GETSTATIC = 0xb2;
    static final int PUTSTATIC = 0xb3;
    static final int INVOKEVIRTUAL = 0xb6;
    static final int INVOKESPECIAL = 0xb7;
    static final int INVOKESTATIC = 0xb8;
    static final int CHECKCAST = 0xc0;

    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    Code add(int operation) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) operation;
        return this;
    }

    /** With a local variable. */
    Code add(int operation, int local) {
        return add(operation).add(local);
    }

    /** With a constant or a number of two bytes. */
    Code wide(int operation, int operand) {
        return add(operation).add(operand >> 8).add(operand);
    }

    /** A jump that is {@link #land told} later where to. */
    int jump(int operation) {
        wide(operation, 0);
        return length - 3;
    }

    void land(int jump) {
        int distance = length - jump;
        bytes[jump + 1] = (byte) (distance >> 8);
        bytes[jump + 2] = (byte) distance;
    }

    void jumpBack(int operation, int to) {
        wide(operation, to - length);
    }

    /** A switch of so many cases from 0 on; the last one is also what all others lead to. The place of the instruction. */
    int choose(int cases) {
        int place = length;
        add(TABLESWITCH);
        while (length % 4 != 0) {
            add(0);
        }
        four(0);
        four(0);
        four(cases - 1);
        for (int index = 0; index < cases; index++) {
            four(0);
        }
        return place;
    }

    private void four(int value) {
        add(value >> 24).add(value >> 16).add(value >> 8).add(value);
    }

    /** Here begins what a case of a switch does. */
    void landCase(int choose, int index, boolean isLast) {
        int table = (choose + 4) / 4 * 4;
        put(table + 12 + 4 * index, length - choose);
        if (isLast) {
            put(table, length - choose);
        }
    }

    private void put(int place, int value) {
        for (int index = 0; index < 4; index++) {
            bytes[place + index] = (byte) (value >> 24 - 8 * index);
        }
    }
}
