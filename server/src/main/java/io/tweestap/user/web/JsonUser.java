package io.tweestap.user.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.Stated;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a user out of a JSON object. A field that is left out stays as it is; `null` empties it.
final class JsonUser {
  private static final Set<String> FIELDS =
      Set.of("ref", "groups", "addresses", "locale", "time_zone");
  private static final Set<String> ADDRESS_FIELDS = Set.of("kind", "address");
  private static final int NAME_SHOWN_MAX = 64;

  private JsonUser() {}

  /// The body of a request whose path names the user.
  static RawUser read(String ref, ObjectNode body) {
    JsonNode given = body.get("ref");
    if (given != null && !(given.isString() && given.stringValue().equals(ref))) {
      throw Fields.invalid("ref", "must be left out, or be the one in the path");
    }
    return fields(ref, body);
  }

  /// A line of a file.
  static RawUser read(ObjectNode line) {
    JsonNode ref = Fields.required("ref", line.get("ref"));
    return fields(text("ref", ref), line);
  }

  private static RawUser fields(String ref, ObjectNode body) {
    requireKnown(body, FIELDS);
    JsonNode addresses = body.get("addresses");
    return new RawUser(
        ref,
        groups(body.get("groups")),
        addresses == null ? Set.of() : EnumSet.allOf(AddressKind.class),
        addresses(addresses),
        stated("locale", body.get("locale")),
        stated("time_zone", body.get("time_zone")));
  }

  private static void requireKnown(ObjectNode object, Set<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        String shown = printable.substring(0, Math.min(printable.length(), NAME_SHOWN_MAX));
        throw Problem.of(
            ProblemCode.UNKNOWN_FIELD,
            "Leave out " + shown + " or correct its name.",
            Map.of("field", shown));
      }
    }
  }

  private static Stated<List<String>> groups(@Nullable JsonNode node) {
    if (node == null) {
      return Stated.leftOut();
    }
    return node.isNull()
        ? Stated.nothing()
        : Stated.of(
            list("groups", node).valueStream().map(group -> text("groups", group)).toList());
  }

  private static List<RawUser.Address> addresses(@Nullable JsonNode node) {
    return node == null || node.isNull()
        ? List.of()
        : list("addresses", node).valueStream().map(JsonUser::address).toList();
  }

  private static RawUser.Address address(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw Fields.invalid("addresses", "holds objects with kind and address");
    }
    requireKnown(object, ADDRESS_FIELDS);
    JsonNode kind = Fields.required("kind", object.get("kind"));
    JsonNode text = Fields.required("address", object.get("address"));
    return new RawUser.Address(
        AddressKind.of(text("kind", kind))
            .orElseThrow(() ->
                Fields.invalid(
                    "kind",
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(AddressKind.values()).map(AddressKind::text).toList()))),
        text("address", text));
  }

  private static Stated<String> stated(String field, @Nullable JsonNode node) {
    if (node == null) {
      return Stated.leftOut();
    }
    return node.isNull() ? Stated.nothing() : Stated.of(text(field, node));
  }

  private static JsonNode list(String field, JsonNode node) {
    if (!node.isArray()) {
      throw Fields.invalid(field, "must be a list");
    }
    return node;
  }

  private static String text(String field, JsonNode node) {
    if (!node.isString()) {
      throw Fields.invalid(field, "must be a text");
    }
    return node.stringValue();
  }
}
