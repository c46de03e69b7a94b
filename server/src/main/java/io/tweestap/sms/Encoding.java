package io.tweestap.sms;

/// How the characters of a text are written on the air.
public enum Encoding {
  /// 7 bits each, by the tables of 3GPP TS 23.038, formerly GSM 03.38.
  GSM_7,
  /// 16 bits each: UTF-16, big-endian, without a byte order mark.
  UCS_2
}
