"""Countries by every name that news prose gives them, with the words for what and who is theirs.

Names and demonyms follow the United Nations' list of member states (English short names) and
the usual dictionaries; gathered by hand for this project. One country a line: its name, further
names behind `=`, then behind `:` adjectives and words for its people.
"""

from __future__ import annotations

_TABLE = """
Afghanistan : Afghan Afghans
Albania : Albanian Albanians
Algeria : Algerian Algerians
Andorra : Andorran Andorrans
Angola : Angolan Angolans
Argentina : Argentine Argentines Argentinian Argentinians
Armenia : Armenian Armenians
Australia : Australian Australians Aussie Aussies
Austria : Austrian Austrians
Azerbaijan : Azerbaijani Azerbaijanis Azeri Azeris
Bahamas = the Bahamas : Bahamian Bahamians
Bahrain : Bahraini Bahrainis
Bangladesh : Bangladeshi Bangladeshis
Barbados : Barbadian Barbadians
Belarus : Belarusian Belarusians Belarussian
Belgium : Belgian Belgians
Belize : Belizean Belizeans
Benin : Beninese
Bhutan : Bhutanese
Bolivia : Bolivian Bolivians
Bosnia and Herzegovina = Bosnia, Bosnia-Herzegovina : Bosnian Bosnians
Botswana : Botswanan Motswana
Brazil : Brazilian Brazilians
Brunei : Bruneian Bruneians
Bulgaria : Bulgarian Bulgarians
Burkina Faso : Burkinabe
Burundi : Burundian Burundians
Cambodia : Cambodian Cambodians
Cameroon : Cameroonian Cameroonians
Canada : Canadian Canadians
Cape Verde = Cabo Verde : Verdean
Central African Republic :
Chad : Chadian Chadians
Chile : Chilean Chileans
China = People's Republic of China, PRC : Chinese
Colombia : Colombian Colombians
Comoros : Comorian Comorians
Costa Rica : Rican
Croatia : Croatian Croatians Croat Croats
Cuba : Cuban Cubans
Cyprus : Cypriot Cypriots
Czech Republic = Czechia : Czech Czechs
Democratic Republic of Congo = Democratic Republic of the Congo, Congo, DRC, DR Congo : Congolese
Denmark : Danish Dane Danes
Djibouti : Djiboutian Djiboutians
Dominican Republic : Dominican Dominicans
East Timor = Timor-Leste : Timorese
Ecuador : Ecuadorian Ecuadorians Ecuadorean Ecuadoreans
Egypt : Egyptian Egyptians
El Salvador : Salvadoran Salvadorans Salvadorean
Equatorial Guinea : Equatoguinean
Eritrea : Eritrean Eritreans
Estonia : Estonian Estonians
Eswatini = Swaziland : Swazi Swazis
Ethiopia : Ethiopian Ethiopians
European Union = EU :
Fiji : Fijian Fijians
Finland : Finnish Finn Finns
France : French Frenchman Frenchmen Frenchwoman
Gabon : Gabonese
Gambia = the Gambia : Gambian Gambians
Georgia : Georgian Georgians
Germany : German Germans
Ghana : Ghanaian Ghanaians
Greece : Greek Greeks
Grenada : Grenadian Grenadians
Guatemala : Guatemalan Guatemalans
Guinea : Guinean Guineans
Guyana : Guyanese
Haiti : Haitian Haitians
Honduras : Honduran Hondurans
Hong Kong : Hongkonger Hongkongers
Hungary : Hungarian Hungarians
Iceland : Icelandic Icelander Icelanders
India : Indian Indians
Indonesia : Indonesian Indonesians
Iran : Iranian Iranians
Iraq : Iraqi Iraqis
Ireland = Republic of Ireland : Irish Irishman Irishmen Irishwoman
Israel : Israeli Israelis
Italy : Italian Italians
Ivory Coast = Côte d'Ivoire, Cote d'Ivoire : Ivorian Ivorians
Jamaica : Jamaican Jamaicans
Japan : Japanese
Jordan : Jordanian Jordanians
Kazakhstan : Kazakh Kazakhs Kazakhstani
Kenya : Kenyan Kenyans
Kosovo : Kosovar Kosovars Kosovan
Kuwait : Kuwaiti Kuwaitis
Kyrgyzstan : Kyrgyz
Laos : Laotian Laotians Lao
Latvia : Latvian Latvians
Lebanon : Lebanese
Lesotho : Basotho
Liberia : Liberian Liberians
Libya : Libyan Libyans
Liechtenstein : Liechtensteiner
Lithuania : Lithuanian Lithuanians
Luxembourg : Luxembourger Luxembourgers Luxembourgish
Madagascar : Malagasy Madagascan
Malawi : Malawian Malawians
Malaysia : Malaysian Malaysians
Maldives = the Maldives : Maldivian Maldivians
Mali : Malian Malians
Malta : Maltese
Mauritania : Mauritanian Mauritanians
Mauritius : Mauritian Mauritians
Mexico : Mexican Mexicans
Moldova : Moldovan Moldovans
Monaco : Monegasque
Mongolia : Mongolian Mongolians
Montenegro : Montenegrin Montenegrins
Morocco : Moroccan Moroccans
Mozambique : Mozambican Mozambicans
Myanmar = Burma : Burmese
Namibia : Namibian Namibians
Nepal : Nepali Nepalis Nepalese
Netherlands = the Netherlands, Holland : Dutch Dutchman Dutchmen
New Zealand : Zealander Zealanders Kiwi Kiwis
Nicaragua : Nicaraguan Nicaraguans
Niger : Nigerien Nigeriens
Nigeria : Nigerian Nigerians
North Korea = DPRK :
Korea : Korean Koreans
North Macedonia = Macedonia : Macedonian Macedonians
Norway : Norwegian Norwegians
Oman : Omani Omanis
Pakistan : Pakistani Pakistanis
Palestine = Palestinian territories : Palestinian Palestinians
Panama : Panamanian Panamanians
Papua New Guinea : Papuan
Paraguay : Paraguayan Paraguayans
Peru : Peruvian Peruvians
Philippines = the Philippines : Filipino Filipinos Philippine Filipina
Poland : Polish Pole Poles
Portugal : Portuguese
Puerto Rico :
Qatar : Qatari Qataris
Romania : Romanian Romanians
Russia = Russian Federation : Russian Russians
Rwanda : Rwandan Rwandans
Samoa : Samoan Samoans
Saudi Arabia = Kingdom of Saudi Arabia : Saudi Saudis
Senegal : Senegalese
Serbia : Serbian Serbians Serb Serbs
Seychelles : Seychellois
Sierra Leone : Leonean
Singapore : Singaporean Singaporeans
Slovakia : Slovak Slovaks Slovakian
Slovenia : Slovenian Slovenians Slovene Slovenes
Somalia : Somali Somalis Somalian
South Africa :
South Korea = Republic of Korea :
South Sudan :
Soviet Union = USSR : Soviet Soviets
Spain : Spanish Spaniard Spaniards
Sri Lanka : Lankan Lankans
Sudan : Sudanese
Suriname : Surinamese
Sweden : Swedish Swede Swedes
Switzerland : Swiss
Syria : Syrian Syrians
Taiwan : Taiwanese
Tajikistan : Tajik Tajiks
Tanzania : Tanzanian Tanzanians
Thailand : Thai Thais
Togo : Togolese
Tonga : Tongan Tongans
Trinidad and Tobago : Trinidadian Trinidadians
Tunisia : Tunisian Tunisians
Turkey = Türkiye, Turkiye : Turkish Turk Turks
Turkmenistan : Turkmen
Uganda : Ugandan Ugandans
Ukraine : Ukrainian Ukrainians
United Arab Emirates = UAE, Emirates : Emirati Emiratis
United Kingdom = UK, U.K., Britain, Great Britain, GB : British Briton Britons Brit Brits
United States = US, U.S., USA, U.S.A., United States of America, America : American Americans
Uruguay : Uruguayan Uruguayans
Uzbekistan : Uzbek Uzbeks
Vatican = Vatican City, Holy See :
Venezuela : Venezuelan Venezuelans
Vietnam : Vietnamese
Yemen : Yemeni Yemenis
Zambia : Zambian Zambians
Zimbabwe : Zimbabwean Zimbabweans
England : English Englishman Englishmen Englishwoman
Scotland : Scottish Scots Scot Scotsman
Wales : Welsh Welshman Welshmen
Northern Ireland :
Europe : European Europeans
Africa : African Africans
Asia : Asian Asians
Latin America :
South America :
North America :
Middle East :
"""
_COMPOUND = {
    "north korean": "North Korea",
    "north koreans": "North Korea",
    "south korean": "South Korea",
    "south koreans": "South Korea",
    "south african": "South Africa",
    "south africans": "South Africa",
    "south sudanese": "South Sudan",
    "sri lankan": "Sri Lanka",
    "sri lankans": "Sri Lanka",
    "new zealander": "New Zealand",
    "new zealanders": "New Zealand",
    "costa rican": "Costa Rica",
    "costa ricans": "Costa Rica",
    "puerto rican": "Puerto Rico",
    "puerto ricans": "Puerto Rico",
    "northern irish": "Northern Ireland",
    "latin american": "Latin America",
    "latin americans": "Latin America",
    "south american": "South America",
    "north american": "North America",
    "middle eastern": "Middle East",
    "saudi arabian": "Saudi Arabia",
    "cape verdean": "Cape Verde",
    "sierra leonean": "Sierra Leone",
    "east timorese": "East Timor",
    "trinidadian": "Trinidad and Tobago",
}


def _read_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        spellings = line.partition(":")[0].split("=")
        country = spellings[0].strip()
        names[country.lower()] = country
        for other in "".join(spellings[1:]).split(","):
            if other.strip():
                names[other.strip().lower()] = country
    return names


def _read_demonyms() -> dict[str, str]:
    demonyms = dict(_COMPOUND)
    for line in _TABLE.strip().splitlines():
        names, _, theirs = line.partition(":")
        for word in theirs.split():
            demonyms.setdefault(word.lower(), names.partition("=")[0].strip())
    return demonyms


COUNTRIES = _read_names()
"""Each name in small letters, with the country it stands for."""

DEMONYMS = _read_demonyms()
"""Adjectives and words for a people in small letters, with their country."""

_STATES = """
Alabama Ala.; Alaska; Arizona Ariz.; Arkansas Ark.; California Calif. Cal.; Colorado Colo.;
Connecticut Conn.; Delaware Del.; Florida Fla.; Georgia Ga.; Hawaii; Idaho; Illinois Ill.;
Indiana Ind.; Iowa; Kansas Kan.; Kentucky Ky.; Louisiana La.; Maine; Maryland Md.;
Massachusetts Mass.; Michigan Mich.; Minnesota Minn.; Mississippi Miss.; Missouri Mo.;
Montana Mont.; Nebraska Neb.; Nevada Nev.; New_Hampshire N.H.; New_Jersey N.J.; New_Mexico N.M.;
New_York N.Y.; North_Carolina N.C.; North_Dakota N.D.; Ohio; Oklahoma Okla.; Oregon Ore.;
Pennsylvania Pa.; Rhode_Island R.I.; South_Carolina S.C.; South_Dakota S.D.; Tennessee Tenn.;
Texas Tex.; Utah; Vermont Vt.; Virginia Va.; Washington Wash.; West_Virginia W.Va.;
Wisconsin Wis.; Wyoming Wyo.; Ontario Ont.; Quebec Que.; Alberta; Manitoba; Saskatchewan;
Newfoundland; Nova_Scotia; New_Brunswick; British_Columbia B.C.
"""


def _read_states() -> dict[str, str]:
    states: dict[str, str] = {}
    for entry in _STATES.replace("\n", " ").split(";"):
        words = entry.split()
        name = words[0].replace("_", " ")
        for word in words:
            small = word.replace("_", " ").lower()
            states[small] = name
            if len(small) > 4:
                states[small.rstrip(".")] = name
    return states


STATES = _read_states()
"""States and provinces by name and by the abbreviation of the AP style book, in small letters."""
