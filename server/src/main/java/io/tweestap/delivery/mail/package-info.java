/// Mail over SMTP.
@NullMarked
package io.tweestap.delivery.mail;

import org.jspecify.annotations.NullMarked;
