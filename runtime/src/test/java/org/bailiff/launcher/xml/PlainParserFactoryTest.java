// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PlainParserFactoryTest {
    private final SAXParserFactory factory = new PlainParserFactory();

    @BeforeEach
    void knowNamespaces() {
        factory.setNamespaceAware(true);
    }

    @Test
    void whoIsNoReaderOfDescriptionsHearsTheParserOfTheJdk() throws Exception {
        Heard heard = new Heard();

        factory.newSAXParser().parse(stream("<a>&#65;<!-- a comment --><b/></a>"), heard);

        assertThat(heard).hasToString("begin\n<  a a\ntext A\n<  b b\n>  b b\n>  a a\nend\n");
    }

    @Test
    void whatIsWrongIsRefusedAsTheParserOfTheJdkDoes() throws Exception {
        SAXParser parser = factory.newSAXParser();

        assertThatThrownBy(() -> parser.parse(stream("<a></b>"), new Heard())).isInstanceOf(SAXException.class);
    }

    @Test
    void aParserThatIsToKnowNoNamespacesOrToHaveAFeatureIsTheJdksOwn() throws Exception {
        SAXParserFactory withFeature = new PlainParserFactory();
        withFeature.setNamespaceAware(true);
        withFeature.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);

        assertThat(factory.newSAXParser()).isInstanceOf(PlainParser.class);
        assertThat(new PlainParserFactory().newSAXParser()).isNotInstanceOf(PlainParser.class);
        assertThat(withFeature.newSAXParser()).isNotInstanceOf(PlainParser.class);
        assertThat(withFeature.getFeature(XMLConstants.FEATURE_SECURE_PROCESSING))
                .isTrue();
    }

    @Test
    void aPropertyIsThatOfTheParserOfTheJdk() throws Exception {
        SAXParser parser = factory.newSAXParser();

        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");

        assertThat(parser.getProperty(XMLConstants.ACCESS_EXTERNAL_DTD)).isEqualTo("file");
        assertThat(parser.getXMLReader()).isNotNull();
    }

    private static ByteArrayInputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(UTF_8));
    }
}
