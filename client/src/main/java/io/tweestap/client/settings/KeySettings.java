package io.tweestap.client.settings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Security keys and passkeys: for which site they are, and what is asked of them.
///
/// @param rpId the site that keys are made for (WebAuthn's RP ID); missing: the host of the
///   server's public address
/// @param rpName name of the site that some browsers show; missing: the tenant's name
/// @param origins exactly the pages within the site that use its keys; empty: `https://` and the RP
///   ID
/// @param relatedOrigins pages outside of the site that use its keys, too
/// @param embeddingOrigins pages that may show a page of the site in a frame and use keys there
/// @param userVerification whether the key must ask for a PIN or a finger: `discouraged`,
///   `preferred` or `required`
/// @param attestation whether a new key is asked for a statement of its maker: `none`, `indirect`
///   or `direct`
/// @param counterBack what happens when a key's counter goes back: `refuse` or `note`
/// @param allowedAaguids models of keys that may be registered; empty: all
public record KeySettings(
    @Nullable String rpId,
    @Nullable String rpName,
    List<String> origins,
    List<String> relatedOrigins,
    List<String> embeddingOrigins,
    String userVerification,
    String attestation,
    String counterBack,
    List<UUID> allowedAaguids) {}
