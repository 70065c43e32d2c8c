package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A company, university, institute or public body.
 *
 * @param id its identity, of type {@link EntryType#ORGANISATION}
 * @param identity who it is
 * @param kind what sort of organisation it is, where known
 * @param pic the EU's participant identification code: nine digits
 * @param vat its number for value added tax, with the country's letters before it, as in {@code
 *     DK30060946}
 * @param sme whether it is a small or medium-sized enterprise, where known
 * @param description what it is and does
 * @param projects what it took part in, newest last
 * @param provenance where all this was read
 */
public record Organisation(
    EntryId id,
    Identity identity,
    Optional<OrganisationKind> kind,
    Optional<String> pic,
    Optional<String> vat,
    Optional<Boolean> sme,
    Texts description,
    List<Participation> projects,
    Provenance provenance)
    implements Entry {

  /** An organisation whose number for value added tax is not known. */
  public Organisation(
      EntryId id,
      Identity identity,
      Optional<OrganisationKind> kind,
      Optional<String> pic,
      Optional<Boolean> sme,
      Texts description,
      List<Participation> projects,
      Provenance provenance) {
    this(id, identity, kind, pic, Optional.empty(), sme, description, projects, provenance);
  }

  /** Checks the type of the identity and the form of PIC and tax number. */
  public Organisation {
    EntryRules.check(id, EntryType.ORGANISATION);
    projects = List.copyOf(projects);
    pic.ifPresent(code -> {
      if (!code.matches("[0-9]{9}")) {
        throw new IllegalArgumentException("pic is \"" + code + "\", must be nine digits");
      }
    });
    vat.ifPresent(number -> {
      if (!number.matches("[A-Z]{2}[0-9A-Z]{4,13}")) {
        throw new IllegalArgumentException(
            "vat is \"" + number + "\", must be two letters and the number, such as DK30060946");
      }
    });
  }

  @Override
  public String name() {
    return identity.name();
  }

  @Override
  public List<TextField> texts() {
    List<TextField> texts = new ArrayList<>(identity.texts());
    texts.addAll(description.fields("description"));
    if (!projects.isEmpty()) {
      texts.add(
          new TextField(
              "projects",
              Language.EN,
              String.join("\n", projects.stream().map(Participation::title).toList())));
    }
    return texts;
  }

  @Override
  public List<TextField> facts() {
    return List.of(TextField.fact("country", identity.seat().country()));
  }

  @Override
  public Organisation withProvenance(Provenance other) {
    return new Organisation(id, identity, kind, pic, vat, sme, description, projects, other);
  }
}
