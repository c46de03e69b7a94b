package io.tweestap.sms;

/// The tables of 3GPP TS 23.038, sections 6.2.1 and annex A. A basic table is 128 characters in the
/// order of their septets; its escape (1B) stands for no character. A table behind the escape is a
/// list of pairs: two hexadecimal digits and the character.
final class Tables {
  static final char ESCAPE = '\u001b';

  static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  static final String TURKISH_LOCKING =
      "@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bŞşßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà";

  static final String PORTUGUESE_LOCKING =
      "@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|\u001bÂâÊÉ !\"#º%&'()*+,-./0123456789:;<=>?"
          + "ÍABCDEFGHIJKLMNOPQRSTUVWXYZÃÕÚÜ§~abcdefghijklmnopqrstuvwxyzãõ`üà";

  static final String EXTENSION = "0A\f14^28{29}2F\\3C[3D~3E]40|65€";

  static final String TURKISH_SINGLE = EXTENSION + "47Ğ49İ53Ş63ç67ğ69ı73ş";

  static final String SPANISH_SINGLE = EXTENSION + "09ç41Á49Í4FÓ55Ú61á69í6Fó75ú";

  static final String PORTUGUESE_SINGLE =
      EXTENSION
          + "05ê09ç0BÔ0Cô0EÁ0Fá12Φ13Γ15Ω16Π17Ψ18Σ19Θ1FÊ41À49Í4FÓ55Ú5BÃ5CÕ61Â69í6Fó75ú7Bã7Cõ7Fâ";

  private Tables() {}
}
