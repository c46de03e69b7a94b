package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_TOO_LARGE;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_XML;

import io.tweestap.otp.InvalidOtpInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// One element of a document, seen by its children's local names: vendors put the same element into
/// different namespaces, or into none.
record Xml(Element element) {
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:keyprov:pskc";
  private static final String MAX_DEPTH = "32";

  /// The root of a PSKC 1.0 document.
  static Xml parse(byte[] document) {
    if (document.length > PskcReader.MAX_BYTES) {
      throw new InvalidOtpInput(PSKC_TOO_LARGE, "larger than " + PskcReader.MAX_BYTES + " octets");
    }
    Xml root;
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      root = new Xml(builder.parse(new ByteArrayInputStream(document)).getDocumentElement());
    } catch (SAXException | IOException e) {
      // The parser's own words may quote the document, secrets included.
      throw new InvalidOtpInput(PSKC_XML, "not well-formed XML, or with a document type");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no safe XML parser", e);
    }
    if (!root.name().equals("KeyContainer") || !NAMESPACE.equals(root.namespace())) {
      throw new InvalidOtpInput(PSKC_XML, "not a KeyContainer of RFC 6030");
    }
    if (!root.element.getAttribute("Version").equals("1.0")) {
      throw new InvalidOtpInput(PSKC_XML, "the container's version is not 1.0");
    }
    return root;
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setIgnoringComments(true);
    factory.setCoalescing(true);
    return factory;
  }

  String name() {
    return element.getLocalName();
  }

  private @Nullable String namespace() {
    return element.getNamespaceURI();
  }

  List<Xml> children() {
    List<Xml> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(new Xml(child));
      }
    }
    return children;
  }

  List<Xml> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  /// The only child of that name; more than one is refused.
  Optional<Xml> child(String name) {
    List<Xml> found = children(name);
    if (found.size() > 1) {
      throw new InvalidOtpInput(PSKC_VALUE, name + " appears twice");
    }
    return found.stream().findFirst();
  }

  Xml need(String name) {
    return child(name)
        .orElseThrow(() -> new InvalidOtpInput(PSKC_VALUE, name() + " has no " + name));
  }

  /// The element's own text without white space around it.
  String text() {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof CharacterData data) {
        text.append(data.getData());
      }
    }
    return text.toString().strip();
  }

  @Nullable String childText(String name) {
    return child(name).map(Xml::text).orElse(null);
  }

  @Nullable String attribute(String name) {
    return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
  }

  /// The `Algorithm` attribute; empty when absent.
  String algorithm() {
    return element.getAttribute("Algorithm").strip();
  }

  byte[] base64() {
    try {
      return Base64.getDecoder().decode(text().replaceAll("[ \t\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new InvalidOtpInput(PSKC_VALUE, name() + " is not Base64");
    }
  }
}
