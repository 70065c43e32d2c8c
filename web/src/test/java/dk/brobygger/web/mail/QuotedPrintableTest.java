package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts as quoted-printable, beside the mail library. */
class QuotedPrintableTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Arbitraries.chars().range('a', 'z').map(String::valueOf)),
            net.jqwik.api.Tuple.of(
                4, Arbitraries.of(" ", "=", "\n", "\r\n", "\r", "\t", "ø", "–", "𝒳", "\u0000")))
        .list()
        .ofMaxSize(400)
        .map(parts -> String.join("", parts));
  }

  @Property
  void anyText_isWrittenAsTheLibraryWritesIt(@ForAll("texts") String text)
      throws MessagingException, IOException {
    assertThat(ours(text)).isEqualTo(library(text));
  }

  @Example
  void linesOfAnyLength_areBrokenWhereTheLibraryBreaksThem()
      throws MessagingException, IOException {
    for (int length = 0; length < 240; length++) {
      String plain = "x".repeat(length);
      for (String text : new String[] {plain, plain + "ø", plain + " ", plain + " \n" + plain}) {
        assertThat(ours(text)).isEqualTo(library(text));
      }
    }
  }

  private static byte[] ours(String text) {
    return QuotedPrintable.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] library(String text) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream encoding = MimeUtility.encode(bytes, "quoted-printable")) {
      encoding.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
