/// What users are told by mail about their account. [UserNotices] sends it.
@NamedInterface("notice")
@NullMarked
package io.tweestap.user.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
