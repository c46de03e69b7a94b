package io.tweestap.tenant.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.WebAuthnSettings;
import io.tweestap.tenant.WebAuthnSettings.Attestation;
import io.tweestap.tenant.WebAuthnSettings.CounterBack;
import io.tweestap.tenant.WebAuthnSettings.UserVerification;
import io.tweestap.tenant.WebOrigin;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The part `webauthn` of a patch of the settings: fields that are missing stay, `null` is the
/// usual again.
record WebAuthnPatch(ObjectNode changes) {
  private static final Set<String> KNOWN =
      Set.of(
          "rp_id",
          "rp_name",
          "origins",
          "related_origins",
          "embedding_origins",
          "user_verification",
          "attestation",
          "counter_back",
          "allowed_aaguids");
  private static final WebAuthnSettings USUAL = WebAuthnSettings.USUAL;
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{0,64}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static WebAuthnPatch of(ObjectNode changes) {
    new BodyFields(changes).requireKnown(KNOWN);
    return new WebAuthnPatch(changes);
  }

  /// @throws Problem when a value is not allowed
  WebAuthnSettings applyTo(WebAuthnSettings before) {
    Optional<String> rpId =
        text("rp_id", WebOrigin::isSite, "must be a host name, as in example.org")
            .or(() -> has("rp_id") ? Optional.empty() : before.rpId());
    return new WebAuthnSettings(
        rpId,
        text("rp_name", name -> NAME.matcher(name).matches(), "has at most 64 characters")
            .orElse(has("rp_name") ? "" : before.rpName()),
        origins(rpId, before),
        related(rpId, before),
        list("embedding_origins", before.embeddingOrigins(), WebOrigin::isOrigin, ORIGIN),
        text("user_verification", _ -> true, "")
            .map(WebAuthnPatch::verification)
            .orElse(
                has("user_verification") ? USUAL.userVerification() : before.userVerification()),
        text("attestation", _ -> true, "")
            .map(WebAuthnPatch::attestation)
            .orElse(has("attestation") ? USUAL.attestation() : before.attestation()),
        text("counter_back", _ -> true, "")
            .map(WebAuthnPatch::counterBack)
            .orElse(has("counter_back") ? USUAL.counterBack() : before.counterBack()),
        aaguids(before));
  }

  private static final String ORIGIN =
      "must be origins as browsers write them, as in https://login.example.org";

  private Set<String> origins(Optional<String> rpId, WebAuthnSettings before) {
    return list(
        "origins",
        before.origins(),
        origin -> rpId.isPresent() && WebAuthnSettings.fits(origin, rpId.get()),
        "must be origins within rp_id, as in https://login.example.org for example.org, or apps as"
            + " in android:apk-key-hash:...");
  }

  private Set<String> related(Optional<String> rpId, WebAuthnSettings before) {
    return list(
        "related_origins",
        before.relatedOrigins(),
        origin -> rpId.isPresent() && WebOrigin.isOrigin(origin),
        "must be origins as in https://example.nl, and need rp_id");
  }

  private Set<UUID> aaguids(WebAuthnSettings before) {
    return list(
            "allowed_aaguids",
            before.allowedAaguids().stream().map(UUID::toString).collect(Collectors.toSet()),
            id -> UUID_FORM.matcher(id).matches(),
            "must be AAGUIDs, as in 2fc0579f-8113-47ea-b116-bb5a8db9202a")
        .stream()
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  private static UserVerification verification(String text) {
    return UserVerification.of(text)
        .orElseThrow(
            () -> wrong("user_verification", "must be discouraged, preferred or required"));
  }

  private static Attestation attestation(String text) {
    return Attestation.of(text)
        .orElseThrow(() -> wrong("attestation", "must be none, indirect or direct"));
  }

  private static CounterBack counterBack(String text) {
    return CounterBack.of(text).orElseThrow(() -> wrong("counter_back", "must be refuse or note"));
  }

  /// Whether the patch says something of a field.
  private boolean has(String field) {
    return changes.has(field);
  }

  /// Empty when the field is missing or `null`.
  private Optional<String> text(String field, Predicate<String> fits, String advice) {
    JsonNode value = changes.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw BodyFields.wrongKind("webauthn." + field, "a text, or null for the usual");
    }
    if (!fits.test(value.stringValue())) {
      throw wrong(field, advice);
    }
    return Optional.of(value.stringValue());
  }

  /// Also what stays is looked at: it must fit what else changes.
  private Set<String> list(
      String field, Set<String> before, Predicate<String> fits, String advice) {
    Set<String> after = has(field) ? texts(field) : before;
    int most =
        field.equals("allowed_aaguids")
            ? WebAuthnSettings.AAGUIDS_MAX
            : WebAuthnSettings.ORIGINS_MAX;
    if (after.size() > most) {
      throw wrong(field, "has at most " + most + " entries");
    }
    if (!after.stream().allMatch(fits)) {
      throw wrong(field, advice);
    }
    return after;
  }

  private Set<String> texts(String field) {
    JsonNode value = changes.get(field);
    if (value == null || value.isNull()) {
      return Set.of();
    }
    return new BodyFields(changes)
        .texts(field)
        .orElseThrow(() -> BodyFields.wrongKind("webauthn." + field, "a list of texts"));
  }

  private static Problem wrong(String field, String advice) {
    return Fields.invalid("webauthn." + field, advice);
  }
}
