// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.rmi.MarshalledObject;
import java.rmi.registry.LocateRegistry;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIServer;

/** Messages of few bytes that announce many: arrays in arrays, of which nothing comes but the lengths. */
final class Announced {
    /** The header of a stream, and a text's tag and length. */
    private static final int BEFORE_TEXT = 7;

    private Announced() {}

    /** A connection below what a JMX client offers. */
    static RMIConnection connection(int port, String user) throws Exception {
        RMIServer server =
                (RMIServer) LocateRegistry.getRegistry("127.0.0.1", port).lookup("jmxrmi");
        return server.newClient(new String[] {user, "secret-" + user});
    }

    /** Arrays of objects; each is the first element of the one before. */
    static MarshalledObject<?> arrays(int length, int depth) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream stream = new DataOutputStream(bytes);
        stream.writeInt(0xaced0005);
        stream.writeShort(0x7572);
        stream.writeUTF("[Ljava.lang.Object;");
        stream.writeLong(0x90ce589f1073296cL);
        stream.write(new byte[] {2, 0, 0, 0x78, 0x70});
        stream.writeInt(length);
        for (int inner = 1; inner < depth; inner++) {
            stream.writeShort(0x7571);
            stream.writeInt(0x7e0000);
            stream.writeInt(length);
        }
        return packed(bytes.toByteArray());
    }

    /** A packed text whose bytes are exchanged for others. */
    private static MarshalledObject<?> packed(byte... content) throws IOException, ClassNotFoundException {
        String text = "x".repeat(content.length - BEFORE_TEXT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new MarshalledObject<>(text));
        }
        String honest = bytes.toString(StandardCharsets.ISO_8859_1);
        String crafted = honest.substring(0, honest.indexOf(text) - BEFORE_TEXT)
                + new String(content, StandardCharsets.ISO_8859_1)
                + honest.substring(honest.indexOf(text) + text.length());
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(crafted.getBytes(StandardCharsets.ISO_8859_1)))) {
            return (MarshalledObject<?>) in.readObject();
        }
    }
}
