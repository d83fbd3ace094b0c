// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class PlainDocumentTest {
    private static final String DESCRIPTION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name='a.B' activate=\"&lt;init&gt;\">\n"
            + "  <property name=\"words\" type=\"String\">one &amp; &apos;two&apos;\nthree</property>\n"
            + "  <service>\n\t<provide interface=\"java.util.function.Supplier\"/>\n  </service  >\n"
            + "  <reference name=\"$000\" target=\"(&amp;(a=1)(b=&quot;2&quot;))\" parameter=\"0\"/>\n"
            + "  <implementation class=\"a.B\"/>\n"
            + "</scr:component>\n";

    @Test
    void aDescriptionIsReadAsTheParserOfTheJdkReadsIt() throws Exception {
        assertThat(plain(DESCRIPTION)).contains(thorough(DESCRIPTION).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a></a>",
                "<a b='1' c=\"2\"> text </a> \n",
                "<a xmlns='space'><b/></a>",
                "<a xmlns:p='space'><p:b c='d'/><e/></a>",
                "<a><b xmlns='one'><c xmlns='two'/><d/></b><e/></a>",
                "<a.b-c_1/>",
                "<a b='&quot;&apos;&lt;&gt;&amp;'/>",
            })
    void whatHasOnlyElementsAttributesAndTextIsPlain(String document) throws Exception {
        assertThat(plain(document)).contains(thorough(document).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a b=1/>",
                "<a b='1' b='2'/>",
                "<a b='1'c='2'/>",
                "<a b='<'/>",
                "<p:a/>",
                "<a p:b='1'/>",
                "<a:/>",
                "<a xmlns:p=''/>",
                "<a>&unknown;</a>",
                "<a>&#65;</a>",
                "<a>& </a>",
                "<a>]]></a>",
                "<a b='one\ntwo'/>",
                "<a>\r\n</a>",
                "<a>\u00e4</a>",
                "<a><!-- a comment --></a>",
                "<a><![CDATA[text]]></a>",
                "<!DOCTYPE a><a/>",
                "<?word?><a/>",
                "<?xml version='1.0'?><a/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
            })
    void allElseIsLeftToTheParserOfTheJdk(String document) {
        assertThat(plain(document)).isEmpty();
    }

    @Test
    void aDescriptionWithRandomChangesIsReadAsTheParserOfTheJdkReadsItOrNotAtAll() {
        Random random = new Random(42);
        String pieces = "<>/='\"&;: \n\tax?!-[]scr";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder changed = new StringBuilder(DESCRIPTION);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int place = random.nextInt(changed.length());
                int end = Math.min(changed.length(), place + random.nextInt(4));
                changed.replace(place, end, "" + pieces.charAt(random.nextInt(pieces.length())));
            }
            String document = changed.toString();

            plain(document)
                    .ifPresent(
                            heard -> assertThat(thorough(document)).as(document).contains(heard));
        }
    }

    private static Optional<String> plain(String document) {
        return PlainDocument.read(document.getBytes(UTF_8)).map(read -> {
            Heard heard = new Heard();
            try {
                read.tell(heard);
            } catch (SAXException impossible) {
                throw new AssertionError(impossible);
            }
            return heard.toString();
        });
    }

    /** Empty if it finds something wrong. */
    private static Optional<String> thorough(String document) {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Heard heard = new Heard();
        try {
            factory.newSAXParser().parse(new ByteArrayInputStream(document.getBytes(UTF_8)), heard);
            return Optional.of(heard.toString());
        } catch (SAXException | IOException | ParserConfigurationException wrong) {
            return Optional.empty();
        }
    }
}
