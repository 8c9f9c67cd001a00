"""Cities that stand for their country: the seat of its government first, then others.

`Dutch` may be said of a firm in Rotterdam, and `Moscow` of Russia's government. Gathered by hand
from the United Nations' list of capitals and the largest cities that news names without a country.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_CITIES = """
Afghanistan: Kabul Kandahar
Algeria: Algiers
Argentina: Buenos_Aires
Australia: Canberra Sydney Melbourne Brisbane Perth Adelaide
Austria: Vienna Graz Salzburg
Bangladesh: Dhaka
Belarus: Minsk
Belgium: Brussels Antwerp Ghent
Brazil: Brasilia Rio_de_Janeiro Sao_Paulo
Bulgaria: Sofia
Canada: Ottawa Toronto Montreal Vancouver Calgary
Chile: Santiago
China: Beijing Shanghai Shenzhen Guangzhou Wuhan
Colombia: Bogota Medellin
Croatia: Zagreb
Cuba: Havana
Czech Republic: Prague Brno
Denmark: Copenhagen Aarhus
Egypt: Cairo Alexandria
Estonia: Tallinn
Ethiopia: Addis_Ababa
Finland: Helsinki Tampere Turku
France: Paris Marseille Lyon Toulouse Bordeaux Lille
Germany: Berlin Munich Hamburg Frankfurt Cologne Stuttgart Leipzig Dresden
Ghana: Accra
Greece: Athens Thessaloniki
Hungary: Budapest
Iceland: Reykjavik
India: New_Delhi Delhi Mumbai Kolkata Chennai Bengaluru Hyderabad
Indonesia: Jakarta
Iran: Tehran
Iraq: Baghdad Basra Mosul
Ireland: Dublin Cork Galway Limerick
Israel: Jerusalem Tel_Aviv Haifa
Italy: Rome Milan Naples Turin Venice Florence
Japan: Tokyo Osaka Kyoto
Kenya: Nairobi Mombasa
Latvia: Riga
Lebanon: Beirut
Libya: Tripoli Benghazi
Lithuania: Vilnius
Malaysia: Kuala_Lumpur
Mexico: Mexico_City Monterrey Tijuana
Morocco: Rabat Casablanca
Netherlands: Hague Amsterdam Rotterdam Utrecht Eindhoven
New Zealand: Wellington Auckland Christchurch
Nigeria: Abuja Lagos Kano
North Korea: Pyongyang
Norway: Oslo Bergen Trondheim
Pakistan: Islamabad Karachi Lahore
Peru: Lima
Philippines: Manila
Poland: Warsaw Krakow Gdansk
Portugal: Lisbon Porto
Romania: Bucharest
Russia: Moscow Kremlin St._Petersburg
Saudi Arabia: Riyadh Jeddah
Serbia: Belgrade
Slovakia: Bratislava
Slovenia: Ljubljana
South Africa: Pretoria Johannesburg Cape_Town Durban
South Korea: Seoul Busan
Spain: Madrid Barcelona Valencia Seville
Sudan: Khartoum
Sweden: Stockholm Gothenburg Malmo
Switzerland: Bern Zurich Geneva Basel Lausanne
Syria: Damascus Aleppo
Taiwan: Taipei
Thailand: Bangkok
Tunisia: Tunis
Turkey: Ankara Istanbul Izmir
Ukraine: Kyiv Kharkiv Odesa Lviv
United Kingdom: London Manchester Birmingham Glasgow Edinburgh Cardiff Belfast Leeds Liverpool
United States: Washington
Venezuela: Caracas
Vietnam: Hanoi
"""


@cache
def _seats() -> Mapping[str, str]:
    return {cities[0].lower(): country for country, cities in _table()}


@cache
def _cities() -> Mapping[str, str]:
    return {city.lower(): country for country, cities in _table() for city in cities}


def _table() -> list[tuple[str, list[str]]]:
    lines = (line.partition(": ") for line in _CITIES.strip().splitlines())
    return [
        (country, [city.replace("_", " ") for city in cities.split()])
        for country, _, cities in lines
    ]


def country_of(city: str) -> str:
    """The country in which a well-known city lies; empty where the city is not one of those."""
    return _cities().get(city.lower().removeprefix("the "), "")


def governed_from(city: str) -> str:
    """The country whose government is meant by the name of its seat: `Moscow`; else empty."""
    return _seats().get(city.lower().removeprefix("the "), "")
