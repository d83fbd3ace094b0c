// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Optional;
import org.bailiff.text.Address;

/** An id in as few bytes as give it back exactly: an address, as nearly all are, in its own 4 or 16. */
final class IdKey {
    private static final int ADDRESS = 0;
    private static final int TEXT = 1;

    private IdKey() {}

    static byte[] of(String id) {
        Optional<Address> address = Address.tryParse(id).filter(parsed -> parsed.isWrittenAs(id));
        return address.isPresent() ? of(address.get()) : ofText(id);
    }

    static byte[] of(Address address) {
        byte[] bytes = address.toBytes();
        byte[] key = new byte[1 + bytes.length];
        key[0] = ADDRESS;
        System.arraycopy(bytes, 0, key, 1, bytes.length);
        return key;
    }

    private static byte[] ofText(String id) {
        ByteWriter key = new ByteWriter();
        key.put(TEXT);
        // Not as UTF-8, which has no bytes for half a pair: two ids would become one.
        id.chars().forEach(key::number);
        return key.toBytes();
    }

    static String text(byte[] key) {
        ByteReader reader = new ByteReader(key, 0, key.length);
        if (reader.take() == ADDRESS) {
            return Address.ofBytes(reader.take(key.length - 1)).toString();
        }
        StringBuilder text = new StringBuilder();
        while (reader.hasMore()) {
            text.append((char) reader.number());
        }
        return text.toString();
    }
}
