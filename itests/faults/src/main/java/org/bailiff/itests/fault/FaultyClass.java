// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the one class of a bundle that a fault is in; a constant that others have compiled in stays as it was. */
public final class FaultyClass {
    private static final Path SOURCES = Path.of("src/main/java");

    private FaultyClass() {}

    /**
     * Compiles it, and what is nested in it, into a folder.
     *
     * @param bundle the bundle's folder
     * @param classPath what the bundle was compiled against, its own classes among it
     * @param into becomes the root of the classes
     * @throws IllegalArgumentException if the fault does not fit the source, or the result is no Java
     */
    public static void compile(Fault fault, Path bundle, String classPath, Path into) throws IOException {
        String faulty = fault.builtInto(Files.readAllLines(bundle.resolve(fault.file())));
        Path source = into.resolveSibling(into.getFileName() + ".java").resolve(SOURCES.relativize(fault.file()));
        Files.createDirectories(source.getParent());
        Files.writeString(source, faulty);
        Files.createDirectories(into);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
            List<String> options =
                    List.of("--release", "17", "-proc:none", "-nowarn", "-classpath", classPath, "-d", into.toString());
            if (!compiler.getTask(complaints, files, null, options, null, sources)
                    .call()) {
                throw new IllegalArgumentException(fault.origin().getFileName() + " is no Java: " + complaints);
            }
        }
    }
}
