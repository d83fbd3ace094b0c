// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bailiff.text.SafeText;

/**
 * The keys of {@code bailiff.conf}. What is before the first dot is the area of the daemon that a key is for; whether a
 * value is any good beyond its form, the bundle of that area says.
 */
enum DaemonKey {
    ATTACH("attach", Form.YES_NO),
    DECISIONS_FILE("decisions.file", Form.TEXT),
    DEPLOY_WRITABLE("deploy.writable", Form.YES_NO),
    JMX_LISTEN("jmx.listen", Form.TEXT),
    JMX_USERS("jmx.users", Form.TEXT),
    JMX_TLS_KEYSTORE("jmx.tls.keystore", Form.TEXT),
    JMX_TLS_KEYSTORE_PASSWORD("jmx.tls.keystore.password", Form.SECRET_FILE),
    JMX_TLS_TRUSTSTORE("jmx.tls.truststore", Form.TEXT),
    JMX_TLS_TRUSTSTORE_PASSWORD("jmx.tls.truststore.password", Form.SECRET_FILE),
    JMX_TLS_CLIENTS("jmx.tls.clients", Form.TEXT),
    LOG_LEVEL("log.level", Form.LEVEL),
    METRICS_LISTEN("metrics.listen", Form.TEXT);

    private final String key;
    private final Form form;

    /** What a value looks like. What is wrong is said without the value, where that may be a password. */
    private enum Form {
        TEXT(value -> true, ""),
        YES_NO(value -> YesNo.parse(value).isPresent(), "it can be yes or no"),
        LEVEL(value -> LogWords.level(value).isPresent(), "it can be " + String.join(", ", LogWords.words())),
        SECRET_FILE(
                value -> value.startsWith("/") && !value.contains("\n"),
                "names the file that the password is in, with its whole path; the password itself does not belong here");

        private final Predicate<String> fits;
        private final String sentence;

        Form(Predicate<String> fits, String sentence) {
            this.fits = fits;
            this.sentence = sentence;
        }
    }

    DaemonKey(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** As it is written in files. */
    String key() {
        return key;
    }

    static Optional<DaemonKey> find(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(DaemonKey::key).toList();
    }

    /** The area that the key is for; empty for one of the daemon as a whole. */
    Optional<String> area() {
        return key.contains(".") ? Optional.of(key.substring(0, key.indexOf('.'))) : Optional.empty();
    }

    /** The key as its area knows it. */
    String withinArea() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** Whether a change acts when the process is started, and not before. */
    boolean actsOnStart() {
        return form == Form.YES_NO;
    }

    /** Whether the value must not be shown. */
    boolean isSecret() {
        return form == Form.SECRET_FILE;
    }

    /** What is wrong with the value, to be put behind the key; empty if nothing is. */
    Optional<String> complaint(String value) {
        if (value.isBlank()) {
            return Optional.of("has no value; give it one, or take the line out");
        }
        if (form.fits.test(value)) {
            return Optional.empty();
        }
        return Optional.of(isSecret() ? form.sentence : "is '" + shown(value) + "'; " + form.sentence);
    }

    private static String shown(String value) {
        return SafeText.of(value, 60);
    }
}
