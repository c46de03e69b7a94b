package io.tweestap.client.settings;

/// One text of a template, and how it arrives.
///
/// @param text the text as it was written, with its placeholders
/// @param preview the same with example values and the line that is added by itself
/// @param smsEncoding how a text message has to be encoded: `gsm_7` fits 160 characters in one
///   part, `ucs_2` 70
/// @param smsParts parts of the preview; longer values can make it more
public record TemplateText(String text, String preview, String smsEncoding, int smsParts) {}
