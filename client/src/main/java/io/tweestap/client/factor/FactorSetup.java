package io.tweestap.client.factor;

import io.tweestap.client.Secret;
import java.util.List;

/// A secret in the forms that an authenticator app takes. Shown in this answer only.
///
/// @param pairingCode for typing, in groups of four
/// @param otpauthUri what the QR code holds. Not for logs and mails.
/// @param qrSvg the QR code, an SVG element to be put into a page as it is
/// @param advice empty when nothing is known
public record FactorSetup(
    Secret pairingCode, Secret otpauthUri, Secret qrSvg, List<FactorAdvice> advice) {}
