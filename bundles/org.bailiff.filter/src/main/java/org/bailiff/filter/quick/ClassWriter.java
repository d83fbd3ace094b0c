// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a class file: a class of this package with static fields and methods. Used for one class. */
final class ClassWriter {
    /** The JVM finds out by itself what the types at each place of a method of such a class are. */
    private static final int VERSION = 49;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int FINAL_SUPER = 0x30;

    /** Each with its number. */
    private final Map<List<Object>, Integer> constants = new LinkedHashMap<>();

    private final List<Member> fields = new ArrayList<>();
    private final List<Member> methods = new ArrayList<>();

    /** @param code null for a field */
    private record Member(int access, int name, int type, Code code) {}

    int type(String name) {
        return constant(CLASS, utf8(name));
    }

    int fieldOf(String owner, String name, String type) {
        return constant(FIELD, type(owner), constant(NAME_AND_TYPE, utf8(name), utf8(type)));
    }

    int methodOf(String owner, String name, String type) {
        return constant(METHOD, type(owner), constant(NAME_AND_TYPE, utf8(name), utf8(type)));
    }

    private int utf8(String text) {
        return constant(UTF8, text);
    }

    private int constant(Object... parts) {
        return constants.computeIfAbsent(List.of(parts), added -> constants.size() + 1);
    }

    void field(int access, String name, String type) {
        fields.add(new Member(access, utf8(name), utf8(type), null));
    }

    void method(int access, String name, String type, Code code) {
        methods.add(new Member(access, utf8(name), utf8(type), code));
    }

    byte[] write(String name, String parent) {
        int self = type(name);
        int above = type(parent);
        int codeName = utf8("Code");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeShort(constants.size() + 1);
            for (List<Object> constant : constants.keySet()) {
                writeConstant(out, constant);
            }
            writeShorts(out, FINAL_SUPER, self, above, 0);
            writeMembers(out, fields, codeName);
            writeMembers(out, methods, codeName);
            out.writeShort(0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeConstant(DataOutputStream out, List<Object> constant) throws IOException {
        out.writeByte((int) constant.get(0));
        for (Object part : constant.subList(1, constant.size())) {
            if (part instanceof String text) {
                out.writeUTF(text);
            } else {
                out.writeShort((int) part);
            }
        }
    }

    private static void writeMembers(DataOutputStream out, List<Member> members, int codeName) throws IOException {
        out.writeShort(members.size());
        for (Member member : members) {
            writeShorts(out, member.access(), member.name(), member.type(), member.code() == null ? 0 : 1);
            if (member.code() != null) {
                byte[] code = member.code().bytes();
                out.writeShort(codeName);
                out.writeInt(code.length + Code.FRAME);
                writeShorts(out, Code.DEEPEST, Code.LOCALS);
                out.writeInt(code.length);
                out.write(code);
                writeShorts(out, 0, 0);
            }
        }
    }

    private static void writeShorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
