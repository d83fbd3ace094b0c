// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Loads a bundle and its tests anew each time, whatever was loaded before; all else is loaded once for all. */
final class BundleClassLoader extends URLClassLoader {
    BundleClassLoader(List<URL> places) {
        super(places.toArray(URL[]::new), BundleClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return findResource(name.replace('.', '/') + ".class") == null
                    ? super.loadClass(name, resolve)
                    : findClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
