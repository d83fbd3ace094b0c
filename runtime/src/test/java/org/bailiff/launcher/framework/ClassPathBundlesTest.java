// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

class ClassPathBundlesTest {
    @TempDir
    private Path folder;

    private Path jar;
    private ClassPathBundles bundles;

    @BeforeEach
    void makeAJarOnTheClassPath() throws IOException {
        jar = folder.resolve("a bundle.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("folder/"));
            out.putNextEntry(new JarEntry("folder/text"));
            out.write("a text".getBytes(UTF_8));
        }
        bundles = ClassPathBundles.of("other.jar" + File.pathSeparator + folder + "/./a bundle.jar");
    }

    @Test
    void aJarOnTheClassPathGivesItsEntriesAndTheClassLoaderOfTheClassPath() throws Exception {
        ConnectContent content =
                bundles.connect(bundles.locationOf(jar)).orElseThrow().getContent();
        content.open();

        assertThat(content.getEntries()).containsExactly("folder/", "folder/text");
        assertThat(content.getEntry("folder/text").orElseThrow().getBytes())
                .asString(UTF_8)
                .isEqualTo("a text");
        assertThat(content.getEntry("folder/text").orElseThrow().getContentLength())
                .isEqualTo(6);
        assertThat(content.getEntry("nothing")).isEmpty();
        assertThat(content.getClassLoader()).contains(ClassPathBundles.class.getClassLoader());
        content.close();
    }

    @Test
    void nobodyReadsAJarThatIsClosed() throws Exception {
        ConnectModule module = bundles.connect(bundles.locationOf(jar)).orElseThrow();
        ConnectContent content = module.getContent();
        content.open();
        content.close();
        content.close();

        assertThatThrownBy(content::getEntries).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anyOtherJarIsTheFrameworksToRead() {
        Path plugIn = folder.resolve("plug-in.jar");

        assertThat(bundles.locationOf(plugIn)).isEqualTo("reference:" + plugIn.toUri());
        assertThat(bundles.connect(plugIn.toUri().toString())).isEmpty();
        assertThat(bundles.connect("bailiff:plug-in")).isEmpty();
    }
}
