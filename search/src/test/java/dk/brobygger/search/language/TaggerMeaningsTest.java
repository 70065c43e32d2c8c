package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped vocabulary must not take words for. */
class TaggerMeaningsTest {

  /** The competences a text speaks of, and all they are parts of. */
  private static Set<String> spoken(Language language, String text) {
    Set<String> spoken = new TreeSet<>();
    Shelf.TAGGER
        .mentions(new TextField("text", language, text))
        .forEach(one -> spoken.addAll(Shelf.VOCABULARY.broaderClosure(one.competence())));
    return spoken;
  }

  @ParameterizedTest
  @CsvSource({
    "DA, Vi er en klynge og en national klyngeorganisation med en erhvervsklynge bag os",
    "DA, Klyngens klyngemedlemmer og klyngenetværk",
    "DA, Unge virksomheder mødes til events",
    "EN, We are a cluster organisation: an innovation cluster of companies",
    "EN, The national innovation hub",
  })
  void whatClustersCallThemselves_isNoCompetence(Language language, String text) {
    assertThat(spoken(language, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EN, hydrogen infrastructure, hydrogen, energy-storage",
    "EN, hydrogen pipelines, gas-grid, energy-storage",
    "DA, brintinfrastruktur, hydrogen, energy-storage",
    "DA, brintrørledninger, gas-grid, energy-storage",
    "EN, hydrogen compressors, hydrogen, energy-storage",
    "EN, hydrogen storage, energy-storage, gas-grid",
    "EN, CO2 pipelines, ccus, carbon-storage",
    "EN, plant breeding, agriculture, crop-protection",
    "EN, botany, plant-biology, health",
    "EN, palaeontology, geology, health",
    "EN, working conditions, labour-market, education-skills",
    "EN, window cleaning, cleaning-services, education-skills",
    "EN, parking management, transport, road-safety",
    "EN, fisheries, blue-bioeconomy, aquaculture",
    "EN, crushed stone, construction-materials, critical-raw-materials",
    "EN, text mining, artificial-intelligence, generative-ai",
    "EN, cryogenics, physics, quantum",
    "EN, superconductors, materials, quantum",
    "EN, industrial enzymes, fermentation, food",
    "EN, precision engineering, advanced-manufacturing, nanotechnology",
    "EN, cultural programming, creative-industries, music",
    "EN, music festival, creative-industries, tourism",
    "EN, film festival, film, tourism",
    "DA, musikfestival og koncerter, creative-industries, tourism",
    "EN, networking events, matchmaking, tourism",
    "EN, local subcontractors, procurement-industrial, transport",
    "DA, lokale underleverandører, procurement-industrial, transport",
    "EN, biofuel for aircraft and ships, sustainable-aviation-fuel, aerospace",
    "DA, biobrændstof til fly og skibe, sustainable-aviation-fuel, drone",
    "EN, batteries for aviation and shipping, battery, aerospace",
    "EN, parts and cabins for civil aviation, aerospace, e-fuels",
    "EN, aircraft parts and test benches, aerospace, shipping",
    "DA, dele til fly og helikopter, aerospace, e-fuels",
    "EN, multirotor concepts for wind turbines, wind-turbine-technology, aerospace",
    "EN, a multirotor drone with a camera, drone-components, wind-energy",
    "EN, underwater noise from ships, pollution-control, acoustics",
    "EN, bubble curtains against piling noise, offshore-wind-installation, acoustics",
    "EN, noise control in cars, acoustics, pollution-control",
    "DA, støj fra maskiner, acoustics, creative-industries",
    "EN, sound art in museums, creative-industries, noise-vibration",
    "EN, facial recognition of travellers at the border, digital-identity, computer-vision",
    "EN, machine vision for sorting, computer-vision, digital-identity",
    "EN, municipalities as customers, local-government, e-government",
    "EN, digital public services, e-government, local-government",
    "EN, PFAS removal from water, pollution-control, chemicals",
    "DA, rensning for PFAS, pfas-treatment, chemicals",
    "EN, the chemical industry, chemicals, pollution-control",
    "EN, room acoustics, acoustics, construction-building",
    "EN, capacity building for hydrogen, hydrogen, construction-building",
    "EN, team building for start-ups, startups, construction-building",
    "EN, community building in food networks, food, construction-building",
    "EN, building blocks for software, software, construction-building",
    "EN, smart houses: insulation of buildings, construction-building, startups",
    "EN, residential buildings, construction-building, architecture",
    "DA, teambuilding og kapacitetsopbygning i startups, startups, construction-building",
    "DA, nye bygninger, construction-building, startups",
    "EN, battery ageing under fast charging, battery, ageing-research",
    "EN, ageing of cables and wind turbine towers, wind-tower, ageing-research",
    "EN, devices for ageing populations, active-ageing-home, battery",
    "EN, nutrition and ageing, ageing-research, battery",
    "EN, the concrete steps towards hydrogen, hydrogen, cement",
    "EN, precast and other concrete, cement, hydrogen",
    "EN, reinforced concrete, cement, hydrogen",
    "EN, to bridge the gap between research and construction, construction-building,"
        + " infrastructure",
    "EN, bridges and tunnels, infrastructure, startups",
    "EN, battery cycling under load, battery, cycling",
    "EN, walking and cycling, cycling, battery",
    "EN, standard form of the hydrogen call, hydrogen, standardisation",
    "EN, standardisation of hydrogen, standardisation, testing-certification",
    "EN, chip architectures for the cloud, cloud-edge, architecture",
    "EN, architecture of cities, architecture, cloud-edge",
    "EN, drive trains of wind turbines, wind-energy, rail",
    "EN, trains and trams, rail, wind-energy",
    "EN, insurance company, insurance-sector, fintech",
    "EN, insurtech, insurance-sector, health",
    "EN, underwater technology, blue-economy, transport",
    "EN, pyrolysis of plastics, plastics, bioenergy",
    "EN, pyrolysis of tyres, pyrolysis, bioenergy",
    "EN, fast pyrolysis, bioenergy, plastics",
    "EN, industrial biotechnology, biotechnology, health",
    "EN, reference architectures for energy data, software, architecture",
    "EN, state of the art in cloud architecture, cloud-edge, architecture",
    "EN, urban architecture and housing, architecture, software",
    "EN, a design studio for architecture and interior, architecture, software",
    "EN, the disability dimension of training, disability-inclusion, welfare-technology",
    "EN, accessible technology for the visually impaired, welfare-technology, disability-inclusion",
    "EN, genetic diversity of wild plants, biodiversity, genetics",
    "EN, genetic engineering, genetics, biodiversity",
    "EN, chemical biological or radiological threats, cbrn, biodiversity",
    "EN, chemical pesticides in fields, crop-protection, chemicals",
    "EN, chemical companies, chemicals, crop-protection",
    "EN, food and nutrition security, food-security, security",
    "EN, water security, water, security",
    "EN, social security, social-services, security",
    "EN, security of public places, security, social-services",
    "EN, electronic identification of citizens, digital-identity, electronics-components",
    "EN, electronic components, electronics-components, digital-identity",
    "DA, brint til luftfart, hydrogen, aerospace",
    "DA, luftfart og rumfart, aerospace, hydrogen",
    "DA, aldring af batterier og kabler, battery, ageing-research",
    "DA, aldring og ernæring, ageing-research, battery",
    "DA, de højeste standarder for brint, hydrogen, standardisation",
    "DA, fælles standarder for brint, standardisation, testing-certification",
    "EN, pressure vessels for hydrogen, hydrogen, shipping",
    "EN, seagoing vessels, shipping, hydrogen",
    "EN, animal facial recognition on dairy farms, dairy, digital-identity",
    "EN, physico-chemical quality of water, chemistry, chemicals",
    "DA, robotter og droner hører til økosystemet, robotics, hearing",
    "DA, projekter om hørelse og støj, hearing, robotics",
    "DA, de havde havdiger ved Vesterhavet, coastal-protection, hearing",
    "DA, broen over Sundet og fødevarer, food, health",
    "DA, de havde brint i Esbjerg, hydrogen, coastal-protection",
    "DA, genanvendt plast i nye produkter, plastics, construction-building",
    "DA, klyngen samler kræfter om brint, hydrogen, cancer",
    "DA, projekter iværksættes om brint, hydrogen, startups",
    "DA, kunstige fibre og brint, hydrogen, visual-arts",
    "EN, factories such as Danfoss and LEGO test robots, robotics, toys",
    "DA, stiftet af Københavns Kommune inden for fintech, fintech, local-government",
    "EN, run with the municipality of Odense for drones, drone, local-government",
    "DA, living labs hvor kommuner åbner gader, local-government, toys",
    "EN, visitor centres for food, food, amusement",
    "EN, open strategic autonomy in space technology, space, logistics",
    "EN, freight under the TEN-T Regulation, logistics, infrastructure",
    "EN, wildfires and the Preparedness Union Strategy, wildfire, defence",
    "EN, societal resilience in a crisis, disaster-resilience, defence",
    "EN, societal resilience through cultural heritage, cultural-heritage, security",
    "EN, life science in Tokyo's old medicine quarter, health, pharma",
    "EN, wind tunnel tests of drones, drone, bridges-tunnels",
    "EN, open access to performance data of buildings and housing, construction-building,"
        + " open-science-practice",
    "EN, open access publications, open-science-practice, construction-building",
    "DA, genbrug af varme fra datacentre, waste-heat, circular-economy",
    "EN, AI that adheres to EU values, artificial-intelligence, eu-citizenship",
    "EN, EU value chains for batteries, battery, eu-citizenship",
    "EN, civic education and EU values, eu-citizenship, battery",
    "EN, medicinal cannabis under good manufacturing practice, medical-cannabis,"
        + " pharma-manufacturing",
    "EN, to scale up hydrogen production, hydrogen, startups",
    "EN, start-ups and scale-ups, startups, hydrogen",
    "EN, building on results about hydrogen, hydrogen, construction-building",
    "EN, straw and timber building, construction-building, hydrogen",
    "EN, social mobility and education and training, education-skills, transport",
    "EN, smart mobility in cities, transport, education-skills",
    "EN, higher education institutions (HEIs) in robotics, robotics, construction-building",
    "EN, custom-made robots, robotics, border-security",
    "EN, customs and border checks, border-security, robotics",
    "EN, cooperative communication between robots, robotics, social-economy",
    "EN, cooperatives and social enterprises, cooperatives, robotics",
    "EN, assisted migration of forest species, forestry, migration",
    "EN, a timely fashion for the delivery of batteries, battery, textiles-fashion",
    "EN, applications in electronic form about hydrogen, hydrogen, electronics-components",
    "EN, with staff close to the port of Esbjerg and hydrogen vessels, hydrogen, port",
    "EN, the Port of Rotterdam and its terminals, port, logistics",
    "EN, ports and terminals, port, logistics",
    "DA, medarbejderne sidder tæt på Esbjerg Havn og bygger skibe, shipping, port",
    "DA, den grønne havn i Esbjerg, port, shipping",
    "DA, systemintegratorer til forsvaret, defence, robotics",
    "DA, systemintegratorer bygger robotceller, robot-integration, defence",
    "EN, drones for Arctic surveillance, arctic-defence, environment",
    "EN, Greenland and Arctic communities, arctic, environment",
    "EN, Arctic research on permafrost, cryosphere-polar, defence",
    "EN, demonstration sites for hydrogen, test-demonstration, smart-city",
    "DA, demonstrationsområder til brint, test-demonstration, smart-city",
    "EN, an urban living lab, smart-city, hydrogen",
    "EN, visitor management in national parks, destination-management, data-economy",
    "EN, visitor flow data of towns, data-economy, hydrogen",
    "EN, a voucher for travel and trade fairs on robotics, robotics, tourism",
    "DA, fagmesser om robotter, robotics, tourism",
    "EN, hotels and venues for trade fairs, business-tourism, robotics",
    "EN, blue forest ecosystems, marine-restoration, forestry",
    "EN, sustainable use of the forest, forestry, marine-restoration",
    "EN, marine fuel cells, fuel-cell, marine-fuels",
    "EN, marine fuels such as methanol, marine-fuels, fuel-cell",
    "EN, 'capture, transport, use and store CO2 from cement', cement, transport",
    "EN, 'capture, transport and storage of CO2', ccus, transport",
    "DA, 'fangst, anvendelse, transport og lagring af CO2', ccus, transport",
    "EN, transport and storage of goods, transport, carbon-storage",
    "EN, 'perimeter security, access control', physical-security, cybersecurity",
    "EN, access control and authentication of users, zero-trust, physical-security",
    "EN, recovery of energy and raw materials from wastewater, wastewater, critical-raw-materials",
    "EN, strategic raw materials for magnets, critical-raw-materials, wastewater",
    "DA, råstoffer af spildevand, wastewater, critical-raw-materials",
    "DA, kritiske og strategiske råstoffer, critical-raw-materials, wastewater",
    "EN, renewable fibres and textiles, textiles-fashion, energy",
    "EN, renewable packaging of fibres, packaging, energy",
    "EN, renewable textile fibres and energy storage, energy-storage, renewable-energy",
    "EN, a park with renewable power, renewable-energy, packaging",
    "EN, renewables companies, renewable-energy, packaging",
    "EN, 'childhood, rare and hard-to-treat cancers', cancer, children-youth",
    "EN, childhood cancers, cancer, children-youth",
    "EN, language in childhood, children-youth, cancer",
    "EN, a sound understanding of hydrogen on a sound basis, hydrogen, sound",
    "EN, environmentally sound batteries and sound evidence, battery, sound",
    "EN, sound technology, sound, battery",
    "EN, wave power, ocean-energy, sound",
    "DA, bølgekraft, ocean-energy, sound",
    "DA, 'mode, tøj og møbler', textiles-fashion, transport",
    "EN, transport modes in cities, transport, textiles-fashion",
    "EN, 'genomics, proteomics', genomics, medical-technology",
    "EN, hearing health, hearing, hearing-aid-tech",
    "DA, lyd og høresundhed, hearing, hearing-aid-tech",
    "DA, lystfiskeri ved kysten, angling-tourism, sustainable-tourism",
    "EN, nature tourism at the coast, sustainable-tourism, angling-tourism",
    "EN, the Danish Energy Agency pays for cleaner steel, steel, energy",
    "EN, energy for steel mills, energy, hydrogen",
    "EN, green finance for startups, impact-investment, climate-adaptation",
    "EN, insurance against climate risk and climate finance, climate-adaptation, impact-investment",
    "EN, loudspeakers and transducers, loudspeaker-tech, ultrasound-tech",
    "EN, transducers for medical ultrasound probes, ultrasound-tech, loudspeaker-tech",
    "EN, films and coatings for circular packaging, coatings, film",
    "EN, bio-based coatings and films, biobased-materials, film",
    "EN, films for cinemas, film, coatings",
    "EN, robots that create new markets, robotics, internationalisation",
    "EN, robots for new markets abroad, internationalisation, food",
    "EN, MaaS throughput of ammunition lines, ammunition, public-transport",
    "EN, MaaS for passengers and ticketing, maas-platform, ammunition",
    "EN, birds and pollination for pest control on farmland, ecology-research, rodent-urban-pest",
    "EN, pest control against rats, rodent-urban-pest, agriculture",
    "DA, skadedyr i afgrøder og landbrug, agriculture, rodent-urban-pest",
    "EN, design strategies for long-lived batteries, battery, industrial-design",
    "EN, design strategy and branding, industrial-design, battery",
    "EN, the impact of labour mobility on pensions and robotics, robotics, transport",
    "EN, 'tanks with protection, mobility and firepower for defence', defence, transport",
    "EN, satellite telecommunications, satellite-communication, sound",
    "EN, robots in poor lighting, robotics, lighting-technology",
    "EN, smart lighting of streets, lighting-technology, robotics",
    "EN, headsets for virtual reality, virtual-reality, sound",
    "EN, headsets and microphones, loudspeaker-tech, virtual-reality",
    "EN, transdisciplinary research on hydrogen, hydrogen, democracy",
    "EN, transdisciplinary research with citizens, citizen-science, hydrogen",
    "DA, tværdisciplinær forskning i brint, hydrogen, democracy",
    "EN, indigenous peoples of the Arctic, arctic, humanities",
    "EN, indigenous peoples in colonial history, colonial-studies, arctic",
    "EN, ecodesign of consumer electronics, electronics-components, white-goods",
    "EN, white goods, white-goods, food",
    "EN, search and rescue after earthquakes, seismic-volcano, maritime",
    "EN, search and rescue of seafarers, maritime-safety, seismic-volcano",
    "EN, solid sorbents against CBRN agents, cbrn, carbon-capture",
    "EN, solid sorbents that take CO2 from flue gas, carbon-capture, cbrn",
    "EN, last mile support for robotics, robotics, logistics",
    "EN, last mile delivery of parcels, city-logistics, robotics",
    "EN, moorings and environmental monitoring, environmental-sensing, space",
    "EN, observation of the Earth from satellites, space, environmental-sensing",
    "EN, help after natural disasters, disaster-resilience, early-warning",
    "EN, the plant science centre for crops, agriculture, tourism",
    "EN, a science centre with exhibitions for visitors, amusement, agriculture",
  })
  void words_speakOfOneThing_andNotOfAnother(
      Language language, String text, String one, String other) {
    assertThat(spoken(language, text)).contains(one).doesNotContain(other);
  }

  @Test
  void otherMeaning_holdsALabel_andNamesNothing() {
    for (Language language : Language.OF_USERS) {
      for (String phrase : Shelf.VOCABULARY.otherMeanings(language)) {
        assertThat(spoken(language, phrase)).as(phrase).isEmpty();
        assertThat(Shelf.TAGGER.asked(phrase)).as(phrase).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mode, textiles-fashion",
    "transport modes, transport",
    "mode of transport, transport",
    "moderne byggeri, construction-building",
  })
  void modeTyped_isFashion_butNoModeOfTransportAndNothingModern(String question, String named) {
    assertThat(Shelf.TAGGER.asked(question)).extracting(Mention::competence).containsExactly(named);
  }

  @Test
  void municipality_isOneByItsName() {
    TextField name = new TextField("name", Language.DA, "Aarhus Kommune");
    assertThat(Shelf.TAGGER.mentions(name))
        .extracting(Mention::competence)
        .containsExactly("local-government");
  }

  @ParameterizedTest
  @CsvSource({"EN, the annual fintech festival", "DA, den årlige fintech-festival"})
  void festivalOfAnotherTrade_isNoCulture(Language language, String text) {
    assertThat(spoken(language, text))
        .contains("fintech")
        .doesNotContain("festival", "tourism", "creative-industries");
  }
}
