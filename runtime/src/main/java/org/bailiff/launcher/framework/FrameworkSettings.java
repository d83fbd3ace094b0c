// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.launcher.Folders;
import org.bailiff.launcher.Version;
import org.osgi.framework.Constants;

/** The framework's properties. */
final class FrameworkSettings {
    /**
     * slf4j's bundle asks for a service loader mediator. It needs none: its provider is a fragment of it, which a plain
     * ServiceLoader finds.
     */
    private static final String SERVICE_LOADER =
            "osgi.extender;osgi.extender=\"osgi.serviceloader.processor\";version:Version=\"1.0\","
                    + "osgi.extender;osgi.extender=\"osgi.serviceloader.registrar\";version:Version=\"1.0\"";

    private FrameworkSettings() {}

    static Map<String, String> of(Folders folders, Path socket, Path storage) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        // Whatever a start left behind is forgotten: what runs is what lies in the folders.
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, SERVICE_LOADER);
        // Its own lock would not hold, and does not survive the cleaning; see StorageLock.
        properties.put("felix.cache.locking", "false");
        // No bundle of ours brings a URL scheme, and the framework reaches deep into newer JDKs to offer them.
        properties.put("felix.service.urlhandlers", "false");
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(StartLevels.VIEWS));
        properties.put(FrameworkProperties.HOME, folders.home().toString());
        properties.put(FrameworkProperties.ETC, folders.etc().toString());
        properties.put(FrameworkProperties.DATA, folders.data().toString());
        properties.put(FrameworkProperties.DEPLOY, folders.deploy().toString());
        properties.put(FrameworkProperties.SOCKET, socket.toString());
        properties.put(FrameworkProperties.VERSION, Version.text());
        return properties;
    }

    static Map<String, String> ofLocalVerb(
            Folders folders, Path socket, Path storage, String verb, List<String> arguments) {
        Map<String, String> properties = of(folders, socket, storage);
        StringBuilder joined = new StringBuilder();
        for (String argument : arguments) {
            joined.append(argument).append('\0');
        }
        properties.put(FrameworkProperties.LOCAL_VERB, verb);
        properties.put(FrameworkProperties.LOCAL_ARGUMENTS, joined.toString());
        return properties;
    }
}
