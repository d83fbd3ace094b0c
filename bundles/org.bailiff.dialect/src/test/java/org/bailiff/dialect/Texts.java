// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that exist only in a test. */
final class Texts implements Includes {
    private final Map<String, String> files = new LinkedHashMap<>();

    Texts file(String name, String... lines) {
        files.put(name, String.join("\n", lines));
        return this;
    }

    Document read(String... names) throws DialectException {
        List<SourceText> sources = new ArrayList<>();
        for (String name : names) {
            sources.add(find(name, "").orElseThrow());
        }
        return Document.read(sources, this);
    }

    @Override
    public Optional<SourceText> find(String name, String from) {
        return Optional.ofNullable(files.get(name)).map(text -> new SourceText(name, text));
    }
}
