package io.tweestap.tenant;

import io.tweestap.tenant.WebAuthnSettings.Attestation;
import io.tweestap.tenant.WebAuthnSettings.CounterBack;
import io.tweestap.tenant.WebAuthnSettings.UserVerification;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The column `tenant.webauthn`: only what differs from the usual.
final class WebAuthnJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final WebAuthnSettings USUAL = WebAuthnSettings.USUAL;

  private WebAuthnJson() {}

  static String write(WebAuthnSettings settings) {
    ObjectNode json = JSON.createObjectNode();
    settings.rpId().ifPresent(id -> json.put("rp_id", id));
    if (!settings.rpName().isEmpty()) {
      json.put("rp_name", settings.rpName());
    }
    list(json, "origins", settings.origins());
    list(json, "related_origins", settings.relatedOrigins());
    list(json, "embedding_origins", settings.embeddingOrigins());
    choice(json, "user_verification", settings.userVerification().text(), USUAL.userVerification());
    choice(json, "attestation", settings.attestation().text(), USUAL.attestation());
    choice(json, "counter_back", settings.counterBack().text(), USUAL.counterBack());
    list(json, "allowed_aaguids", settings.allowedAaguids());
    return JSON.writeValueAsString(json);
  }

  private static void list(ObjectNode json, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      ArrayNode list = json.putArray(name);
      values.stream().map(Object::toString).sorted().forEach(list::add);
    }
  }

  private static void choice(ObjectNode json, String name, String value, Enum<?> usual) {
    if (!value.equalsIgnoreCase(usual.name())) {
      json.put(name, value);
    }
  }

  static WebAuthnSettings read(String text) {
    if (text.equals("{}")) {
      return USUAL;
    }
    JsonNode json = JSON.readTree(text);
    return new WebAuthnSettings(
        Optional.ofNullable(json.get("rp_id")).map(JsonNode::stringValue),
        json.path("rp_name").asString(""),
        texts(json, "origins", Function.identity()),
        texts(json, "related_origins", Function.identity()),
        texts(json, "embedding_origins", Function.identity()),
        UserVerification.of(json.path("user_verification").asString(""))
            .orElse(USUAL.userVerification()),
        Attestation.of(json.path("attestation").asString("")).orElse(USUAL.attestation()),
        CounterBack.of(json.path("counter_back").asString("")).orElse(USUAL.counterBack()),
        texts(json, "allowed_aaguids", UUID::fromString));
  }

  private static <T> Set<T> texts(JsonNode json, String name, Function<String, T> as) {
    return json.path(name)
        .valueStream()
        .map(JsonNode::stringValue)
        .map(as)
        .collect(Collectors.toSet());
  }
}
